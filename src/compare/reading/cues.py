"""Cue words that several rules go by, each list written once: alternations for regular expressions.

What binds a value is the matter of ``data/codebook/comparators.yaml``; the bounds here are those at which
phrases begin and end. A word that one rule alone goes by stands beside that rule.
"""

#: Before a number: not less than, not more than.
NOT_LESS = (
    "不低于|不少于|不小于|不短于|不得低于|不得少于|不得小于|不得短于|不应低于|不应少于|不应小于|不宜小于"
)
NOT_MORE = "不超过|不高于|不多于|不大于|不得超过|不得高于|不得多于|不得大于|不应超过|不宜超过"
NOT_BEYOND = f"{NOT_LESS}|{NOT_MORE}"
#: The same with those that may also begin a noun (最低生活保障).
BOUNDS_BEFORE = f"{NOT_BEYOND}|至少|最少|最低|至多|最多|最高"
#: Behind a unit: or more, or less, about.
BOUNDS_BEHIND = "及?其?以上|及?其?以下|以内|左右"

#: To put up or set up something that was not there.
MAKES = (
    "建成|建设|新建|改建|扩建|兴建|续建|改造|建立|设立|设置|增设|新设|开设|开办|创办|成立|组建|配建|配置|配备|布设"
    "|打造|创建|培育|新增|增加|引进"
)
#: To keep part of it for somebody.
KEEPS_BACK = "保留|预留|[拿腾留]出"
#: To have it.
HAS = "建有|设有|拥有|配有|开设有"
#: To do something with people: train, keep, hold.
DOES = "培训|培养|扶持|发展|举办|组织|开展|实施|推出|启动|完成|提供|安排"

#: Behind 以来 (2021年以来): where it says of which (2021年以来新出让的住宅用地项目), nothing is told.
NOT_OF_WHICH = (
    "(?!新?(?:出让|新建|建成?|改建|开工|竣工|批准?|供地?|交付|登记|备案|开办|招录|入职)[一-龥]{0,3}的)"
)

#: To come to a level (提高到), a change whose end is named.
CHANGES = "提高|提升|提标|上升|增加|增长|扩大|扩充|上调|发展|延长|降低|下降|下调|减少|压缩|缩短|调整"
COMES_TO = f"(?:{CHANGES})[到至为]"

#: To make fewer of them.
MERGES = "优化|整合|撤并|合并|归并|精简|压减|缩减"

#: What goals are called, before 目标.
SORTS_OF_GOALS = "总体|主要|工作|发展|具体|建设|任务|年度|阶段性?|预期|行动|近期"

#: Places people live in, by what they call themselves at the end.
SETTLEMENTS = "(?:城[市镇乡]|农村|行政|建制|中心|居)*(?:社区|村|街道|街镇|乡镇|镇|县)"

#: Kinds of country and town, before what there is in them.
COUNTRY_OR_TOWN = "城镇|城市|城区|农村|山区"
#: Units of administration, and places that are run like them, by their last word.
UNITS_OF_PLACES = "(?:行政|自然|建制)?村|县|市|区|旗|州|乡镇|乡|镇|街道|社区|园区"
#: The last word of what a place that is one of several is called.
ENDS_OF_PLACES = "街道|镇|乡|县|区|市|旗|村|社区|州"

#: Places and bodies of which some have something.
HAVING = "城市|省份|社区|村|街道|乡镇|[乡镇县区]|县[市区]|机构|敬老院|养老院|中心|站点?|小区|单位|企业|院"
#: What they are called behind how many there are, and that some of them have it, before how many those are.
WHOLE = rf"[一-龥()、]{{0,10}}?(?:{HAVING})"
SOME_HAVE = (
    "(?:(?:中|里|(?=,[目现已])),?(?:目前|现)?(?:[仅只已]|已经)?有?|(?:目前|现)?(?:(?:已经?)?有|[仅只]有?))"
)
#: How it begins what some of them have or are.
SOME_DO = "[已建设开配通达有完实拥启未尚没纳突出被]"

#: What somebody is given, as a noun; each of them is a verb too.
PAYMENTS = "补助|补贴|奖励|奖补|资助|津贴"
#: What is paid or charged, by any name of a sum.
SUMS = f"{PAYMENTS}|价格|收费|费用"
#: To give it.
GIVES = "给予|予以|发放|享受|支付|拨付"

#: Who pays, by what they are; a level of government (省级) is one by its level.
PAYERS = "财政|政府|部门|单位|企业|集体|机构|个人|本人|家庭|子女|基金|经营者|运营方"
#: To pay a part of it.
BEARS = "承担|负担|分担|支付|自付"
#: What is borne, in the last word of what it is called.
COSTS = "[费款]|费用|资金|租金"

#: What persons and things are counted by; of those that begin alike the longest first.
COUNTERS = (
    "人次|户次|人|名|位|户|个|家|所|处|座|栋|幢|间|张|床|套|台|部|辆|件|份|例|单|生|班次|班|期|场次|场|趟"
)
#: What facilities are counted by.
FACILITY_COUNTERS = "个|处|所|家|座|间"
#: What is measured by these.
MEASURES = "千瓦时|度|平方米|平方公里|㎡|立方米|公里|亩|公顷|吨|升"
#: To look after people, of staff.
CARES_FOR = "服务|照护|照料|护理|负责"
#: Staff and places that a facility is fitted with.
STAFF = (
    "护理员|护士|医师|医生|康复师|营养师|厨师|社工|助老员|互助员|助餐员|助浴员|巡访员|探访员|网格员|辅导员|志愿者|管理员|消防员|安全员|联络员|信息员|专员|院长|站长|服务员|保洁员|保安"
    "|炊事员|药师|治疗师|教师|人员"
)
SEATS = "床位|餐位|座位|席位|铺位"
#: To fit something with something, or provide for it when planning.
FITS_WITH = "配套建设|配建|配套|配置|配备|设置|规划|布局|预留|建设|安排"
#: 按照1个街道建设2个中心: one place that stands for each of its kind, before what it has.
ONE_OF_EACH = (
    rf"(?:^|(?<=[,;:、“照按以。\n)是条. ①-⑳]))(?P<each>[1一])个(?:{UNITS_OF_PLACES})(?:\([一-龥、]{{1,6}}\))?"
    rf"(?=(?:至少|原则上|应当?|要|须|都|均)*(?:{MAKES}|{HAS}|{FITS_WITH}|有))"
)

#: Periods, of which several may pass.
PERIODS = "年|季度|月|周|天|日|小时"
#: 隔天, 隔周: every second one; 间隔, 相隔 and 隔代 are none.
EVERY_OTHER = "(?<![间相分阻])隔(?P<other>[年月周天日])(?!代)"
#: Who is given something, in the last word of what they are called.
RECIPIENTS = "老年?人|人员|对象|护理员|职工|员工|毕业生|儿童|学生|学员|居民|老党员|家属"

#: Persons by what they are, where a number or an age is of them.
PERSONS = (
    "老年人口|常住人口|户籍人口|人口|老年人|老人|老党员|残疾人|病人|患者|儿童|幼儿|婴儿|青少年|学生|学员|居民|群众|农民"
    "|职工|护理员|贫困户|人员"
)

#: The same with those who are counted as groups.
GROUPS = f"{RECIPIENTS}|家庭|社工"

#: What arguments and measures are parted into, which is not counted.
ASPECTS = "方面|阶段|层次|层面|环节|步骤|维度|转变|坚持|结合|统一|板块|篇章|体系|档次|等次|等级|级别"

#: What makes a clause a duty or an intention, before its verb.
MODALS = "应当|应|须|要|可以|可|能够|将|力争|争取|确保"

#: What a report says has come about.
PROGRESS = "进步|进展|成效|成就|成绩|成果|突破"
#: What statistics come from.
SURVEYS = "统计|数据|公报|普查|调查|监测|问卷|抽样"
#: The labels of the line under the title of a piece of news.
BYLINE = "来源|作者|编辑|字号|浏览"
#: How it is now, of a level that something starts from or is compared with.
AT_PRESENT = "目前|现在|当前|现有"
#: What there is now: 实现有效衔接 has none of it.
THERE_IS_NOW = "(?<!实)现有"
#: What is added up.
IN_ALL = "累计|总计|合计|共计|共"

#: To act by a document: according to, implementing.
FOLLOWS = "根据|依据|依照|按照|遵照|贯彻|落实|执行"

#: To have a part in a task, as a department.
DUTIES = "牵头|责任|配合|主办|协办|参与|参加|主管|承办|实施|落实"

#: What documents of authorities call themselves at the end of a title.
DOCUMENTS = (
    "方案|规划|导则|办法|意见|条例|措施|细则|规定|计划|纲要|清单|标准|规则|决定|要点|指南|分工|制度|目录|规程|规范"
    "|通知|通告|公告"
)
