"""Other ways to write the same characters, one for one: traditional script, styled digits, bankers' numerals.

Only the view is written so; quotations are cut from the original. Digits that only mark an item (①, ㈠, Ⅲ)
are no way to write a number and stay.
"""

from __future__ import annotations

import re
from collections.abc import Set

# Those of the grammar and of the codebook. 著 and 乾 are characters of the simplified script too.
TRADITIONAL = (
    "丟並亞佈佔併來侷係倉個們倫側備傳債傷傾僅僑僱價億儘償優儲兌兒內兩冊別刪則創劃劑動務勝勞勢勵匯區協卹卻厲參叄員問啓啟喪喫單嘗噸嚴國圍園圓圖團執堅報場塊塵墊壓壞壯壽夠夥娛婦媽嬰學寢實寧審寫寬將專對導屆層屬峯崗嶺師"
    "帶幣幫幹幾庫廁廈廚廟廠廢廣廳張強彎彙後徑從復徵徹惡愛態慶憑憶應懲懷戰戲戶掃掛採揚換揮損摺撥撫擁擇擊擔據擠擬擱擴攝攤數斷於時晉暫曉書會東桿條棄棟棧業極榮構樁樂樑樓標樞樣橋機橫檔檢檻櫃欄權歐歡歲歷歸殘殯氣汙決沒況"
    "淨淺減測準溝溫滅滬滯滿漲漸潔潤澤濃濟瀏灣災為無煉煙熱燈營爭爲爺爾牀牽狀獎獨獲現瑤環瓊產畝畢畫當疊療癡發盞盡監盤盧眾矯碩確碼礎礙礦稅種稱積穩竈競筆箇節範築篩簡簽籃籌籤粵糧糾紀約紅納紐純紙級紛紮細紹終組結絕絡給統"
    "經綜綠維綱網綿緊線締緣編緩練縣縮縱總績織繕繞繪繫繳繼續纖罰羅羣義習聞聯聲職聽肅脫腳臥臨臺與興舉舊艦茲莊華萬蓋蔘薦薩藝藥蘇蘭處虛號蟬衆術衛衝裏補裝裡製複襲覈見規視親覽觀觸訂計訊訓託記訪設許訴診註詐評詞詢試話該詳"
    "認語誠誤說説誰課調談請論諧諮諾謀講證識譜譯議護譽讀變讓豎豐貝負財貧貨貫責貳貴買貸費貼貿賃資賓賠質賬賭購賽贈贊贍贏贛趨蹤躋躍車軍軟軸較載輔輕輛輪輯輸輿轄轉辦農迴這連週進遊運過達違遞遠適遲遷選遺遼邁還邊郵鄉鄰醫釋"
    "釐鈎鉤銀銅銖銜銷鋪鋼錄錢錨錫錯錶鍊鍛鍵鍾鎊鎖鎮鏈鐘鐵鑑長門閉開閒間閣閩閱閲關陝陳陸陽隊階際隨險隱雙雜離難雲電靈鞏韋韓響頁頂頃項順須預頒頗領頤頭頻題額顏願類顧顯風飯飲餅養餘館餵饋駕駛騙騰驗驛驟體髮魯鮮鳥鹽麪麵麼"
    "點黨齊齡龍衞"
)
SIMPLIFIED = (
    "丢并亚布占并来局系仓个们伦侧备传债伤倾仅侨雇价亿尽偿优储兑儿内两册别删则创划剂动务胜劳势励汇区协恤却厉参叁员问启启丧吃单尝吨严国围园圆图团执坚报场块尘垫压坏壮寿够伙娱妇妈婴学寝实宁审写宽将专对导届层属峰岗岭师"
    "带币帮干几库厕厦厨庙厂废广厅张强弯汇后径从复征彻恶爱态庆凭忆应惩怀战戏户扫挂采扬换挥损折拨抚拥择击担据挤拟搁扩摄摊数断于时晋暂晓书会东杆条弃栋栈业极荣构桩乐梁楼标枢样桥机横档检槛柜栏权欧欢岁历归残殡气污决没况"
    "净浅减测准沟温灭沪滞满涨渐洁润泽浓济浏湾灾为无炼烟热灯营争为爷尔床牵状奖独获现瑶环琼产亩毕画当叠疗痴发盏尽监盘卢众矫硕确码础碍矿税种称积稳灶竞笔个节范筑筛简签篮筹签粤粮纠纪约红纳纽纯纸级纷扎细绍终组结绝络给统"
    "经综绿维纲网绵紧线缔缘编缓练县缩纵总绩织缮绕绘系缴继续纤罚罗群义习闻联声职听肃脱脚卧临台与兴举旧舰兹庄华万盖参荐萨艺药苏兰处虚号蝉众术卫冲里补装里制复袭核见规视亲览观触订计讯训托记访设许诉诊注诈评词询试话该详"
    "认语诚误说说谁课调谈请论谐咨诺谋讲证识谱译议护誉读变让竖丰贝负财贫货贯责贰贵买贷费贴贸赁资宾赔质账赌购赛赠赞赡赢赣趋踪跻跃车军软轴较载辅轻辆轮辑输舆辖转办农回这连周进游运过达违递远适迟迁选遗辽迈还边邮乡邻医释"
    "厘钩钩银铜铢衔销铺钢录钱锚锡错表炼锻键钟镑锁镇链钟铁鉴长门闭开闲间阁闽阅阅关陕陈陆阳队阶际随险隐双杂离难云电灵巩韦韩响页顶顷项顺须预颁颇领颐头频题额颜愿类顾显风饭饮饼养余馆喂馈驾驶骗腾验驿骤体发鲁鲜鸟盐面面么"
    "点党齐龄龙卫"
)
_FROM_TRADITIONAL = str.maketrans(TRADITIONAL, SIMPLIFIED)
# Mathematical digits: bold, double-struck, sans-serif, bold sans-serif, monospace.
_STYLED = "".join(map(chr, range(0x1D7CE, 0x1D800)))
_FROM_STYLED = str.maketrans(_STYLED, "0123456789" * 5)
# Bankers' numerals, as in 伍佰万元, 拾万元; alone these characters are words and names (陆家嘴).
_BANKERS = "壹贰叁肆伍陆柒捌玖"
_FORMAL = re.compile(
    rf"[{_BANKERS}拾](?:(?<!拾)(?:[拾佰仟{_BANKERS}零]*(?=[万亿元])|[拾佰仟][拾佰仟{_BANKERS}零]*(?=[张户人名位个家所处间%岁年日天]))"
    rf"|(?<=拾)(?=[万亿])|(?<=点[{_BANKERS}])[{_BANKERS}]*(?=个百分点|[%万亿元倍])|(?<=陆)(?=点[一二三四五六七八九][成折]))"
)
_PLAIN = str.maketrans(f"{_BANKERS}拾佰仟", "一二三四五六七八九十百千")
#: A text without any of these is written in that way already, styled digits apart.
OTHER_SCRIPTS = f"{TRADITIONAL}{_BANKERS}拾"


def one_script(text: str, characters: Set[str]) -> str:
    """``text`` with the same characters written in one way; no character is added or lost.

    ``characters`` are those of OTHER_SCRIPTS that stand in it.
    """
    if not characters.isdisjoint(TRADITIONAL):
        text = text.translate(_FROM_TRADITIONAL)
        characters = characters | (frozenset("贰叁陆") & frozenset(text))
    if "拾" in characters or not characters.isdisjoint(_BANKERS):
        text = _FORMAL.sub(lambda m: m.group().translate(_PLAIN), text)
    # Styled digits take two units of UTF-16, which is told faster than a class with them searches.
    if len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text):
        text = text.translate(_FROM_STYLED)
    return text
