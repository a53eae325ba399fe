"""Furniture: what a web page or a printer put around a plan, and spam injected into it.

Marked as spans with a reason, never cut. Dates and numbers inside are no statements.
"""

from __future__ import annotations

import re

from compare.model import Furniture
from compare.reading.page.lines import lines_of

# What a page says of the text: a label, then its value, which may hold numbers (浏览次数:1234次).
_LABELLED = re.compile(
    r"您?(?:当前|现在)?(?:所在)?(?:的)?(?:位置|栏目)[:是]|分享(?:到|至)?:|字[号体](?:大小)?[:\[]|\[字体|公开信息内容"
    r"|信息来源|文章来源|来源:|稿源|浏览(?:次数|量)|访问量|点击(?:数|量|率)?:|阅读(?:次数|量)?:|发布日期:|发布时间:"
    r"|责任编辑|编辑:|作者:|审核:|校对:|索引号|主题词|公开目录|信息分类|(?:一审|二审|三审):|Produced|Copyright"
    r"|版权所有|主办单位|承办单位|技术支持|网站标识码|备案号|[^,。]{0,6}ICP备|[^,。]{0,4}公网安备"
    r"|(?:文章属性)?∙?\[(?:制定机关|[公发颁]布日期|[施实]行日期|[发文]*字号|效力(?:等级|级别)|时效性|(?:主题|法规)分类|来源|索引号)\]"
)
# Words of menus and buttons; a line that goes on to say something of its own is none (无障碍改造2000户).
# Links to what a web page has beside its text.
_LINKS = "相关(?:链接|阅读|解读|文档|附件|文件|新闻|稿件|信息)"
_NAVIGATION = re.compile(
    r"首页|当前位置|网站首页|返回|上一[篇条页]|下一[篇条页]|打印(?:本页|文章)?|关闭(?:窗口|本页)?|收藏|分享(?:到|至)?|扫一扫"
    r"|联系我们|网站地图|手机版|无障碍(?=[^一-龥]|$|浏览|阅读|版|模式|辅助|工具|导航|声明|长者|适老|服务$)|长者模式|政府网站|微信|微博"
    rf"|{_LINKS}"
    r"|文章属性|正文$|∙?(?:\[(?![0-9.,%≥≤<>+~-]++\])[^\[\]]{0,12}\])++$|∙?\[(?:打印|关闭|返回|收藏|分享|字体|大|推荐)"
)
_CLOSING = re.compile(
    rf"^(?:{_LINKS}|责任编辑|上一[篇条]|下一[篇条]|打印本页|扫一扫|Produced|Copyright|版权所有|主办单位)|《[^》]+》相关文档"
)
# What a label or a word of a menu begins with; 备 stands in the two that may begin with anything.
_OPENS = frozenset(
    "您当现所的位栏分字[公信文来稿浏访点阅发责编作审校索主一二三PC版承技网备∙首返上下打关收扫联手无长政微相正"
)
# A sentence, or what states a quantity: what a plan says is never furniture, whatever it begins with.
_SENTENCE = re.compile(
    r"[。;!?](?!$)|[^。;!?]{8}[。;!?]$|不[大小高低少多短]于|不超过|至少|达到|[0-9一二三四五六七八九十百千万两][余多]?[万亿]?(?:[张个家所处名户岁项场期元次人台辆套间座亩吨倍]|平方米|[毫厘公千]?米|%|个?百分点)(?![0-9])"
)
# What a site says of itself at its foot, in sentences as well.
_OF_THE_SITE = re.compile(r"Copyright|版权|ICP|备案|公网安备|浏览器|分辨率|邮编|网站|主办单位|Produced")
#: Words of gambling, pornography and sports-betting spam that break into pages of hacked sites.
_SPAM = re.compile(
    r"比分直播|比分网|直播吧|博彩|娱乐城|棋牌(?:游戏|网)|百家乐|老虎机|时时彩|六合彩|彩票网|真人娱乐|葡京|威尼斯人|体育投注|赌场"
)
_SPAM_HEAD = re.compile(r"(?:足球|篮球|体育|球探|即时|在线|网上|澳门|新浪|皇冠)+$")
# An address is no text, though its escapes (%E5%85%BB) look like per cents.
_ADDRESS = re.compile(r"(?<![A-Za-z])(?:https?:|ftp:|file:|www\.)[!-~]*|(?:%[0-9A-Fa-f]{2}){3,}[!-~]*")
_ADDRESS_WORDS = ("http", "ftp:", "file:", "www.")
_ESCAPED = re.compile("%[0-9A-Fa-f]{2}%")
# A line of a table of contents: a heading, leaders or a tab, a page.
_CONTENTS = re.compile(r"[^。;]{2,80}?(?:[.·…‥・]{3,}|[.·…]{2,}\|?|\|)-?[0-9]{1,3}-?$")
_CONTENTS_HEADS = ("目录", "目次")
_CONTENTS_LINE = re.compile(r"[^。;]{2,80}[^0-9,、][0-9]{1,3}$")
_LEADERS = re.compile("[.·…‥・](?:(?<=…)|[.·…‥・]{2})")
_LEADING = ("..", "·", "…", "‥", "・")  # one of them is in every match
_NUMBER_OPENS = frozenset("-第0123456789")
_PAGE_NUMBER = re.compile(r"^-{1,2}[0-9]{1,4}-{1,2}$|^第[0-9]+页(?:共[0-9]+页)?$|^[0-9]+/[0-9]+页?$")
_OF_PAGES = re.compile(r"\n[0-9]{1,4}/([0-9]{1,4})(?=\n)")


def furniture(text: str) -> tuple[Furniture, ...]:
    """Furniture of a text (a normalized view): whole lines and spam words inside lines, sorted."""
    found: list[Furniture] = []
    size = len(text)
    closing = None
    in_contents = False
    # 3/12 is a page of twelve; where the second number changes, both are counts in a cell
    are_pairs = len(set(_OF_PAGES.findall(text))) > 1
    has_leaders = any(char in text for char in _LEADING) and _LEADERS.search(text) is not None
    foot = size * 0.6
    for start, end, body in lines_of(text):
        if closing is not None:
            if not _SENTENCE.search(body) or _OF_THE_SITE.search(body) or _LABELLED.match(body):
                found.append(Furniture(start, end, closing))
            continue
        in_contents = body in _CONTENTS_HEADS or (in_contents and _CONTENTS_LINE.match(body) is not None)
        if start > foot and len(body) < 60 and _CLOSING.match(body) and not _states(body):
            closing = "page foot"
            found.append(Furniture(start, end, closing))
        elif len(body) <= 160 and (start < 3000 or start > foot) and _is_furniture(body):
            found.append(Furniture(start, end, "page furniture"))
        elif len(body) <= 16 and body[0] in _NUMBER_OPENS and _PAGE_NUMBER.match(body):
            if are_pairs and "/" in body:
                continue
            found.append(Furniture(start, end, "page number"))
        elif in_contents or (
            has_leaders and len(body) <= 100 and _LEADERS.search(body) and _CONTENTS.match(body)
        ):
            found.append(Furniture(start, end, "table of contents"))
    if any(word in text for word in _ADDRESS_WORDS) or _ESCAPED.search(text):
        found += (Furniture(*address.span(), "address") for address in _ADDRESS.finditer(text))
    for spam in _SPAM.finditer(text):
        head = _SPAM_HEAD.search(text, max(0, spam.start() - 8), spam.start())
        end = spam.end() + (text[spam.end() : spam.end() + 1] == ":")
        found.append(Furniture(head.start() if head else spam.start(), end, "injected spam"))
    found.sort(key=lambda f: (f.start, -f.end))
    return tuple(found)


def _states(body: str) -> bool:
    """Whether a line says something of its own, labels of the page apart."""
    return bool(_SENTENCE.search(body) and not _LABELLED.match(body))


def _is_furniture(body: str) -> bool:
    if body[0] not in _OPENS and "备" not in body:
        return False
    if _LABELLED.match(body):
        return "。" not in body
    return bool(_NAVIGATION.match(body) and not _SENTENCE.search(body))
