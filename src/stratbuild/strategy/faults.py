"""What can be wrong between items: ids that are missing, doubled or go round in a circle."""

from stratbuild.diagnostics import Fault, Wording

NO_STRATEGY = Fault(
    "SB201",
    "strategy_settings_missing",
    en=Wording("no file says `strategy:`: title, community, period and language are missing", "write it into one of the files"),
    uk=Wording("у жодному файлі немає `strategy:`: бракує назви, громади, періоду та мови", "впишіть його в один із файлів"),
)

STRATEGY_TWICE = Fault(
    "SB202",
    "strategy_settings_twice",
    en=Wording("`strategy:` stands in two files", "keep one"),
    uk=Wording("`strategy:` стоїть у двох файлах", "залиште один"),
)

DUPLICATE_ID = Fault(
    "SB203",
    "duplicate_id",
    en=Wording("the id {id} is used twice", "give one of the two items another id"),
    uk=Wording("ідентифікатор {id} ужито двічі", "дайте одному з двох записів інший ідентифікатор"),
)

UNKNOWN_ID = Fault(
    "SB204",
    "unknown_id",
    en=Wording("{owner} names {id} as {field}, but {collection} has no such id", "{suggestion}"),
    uk=Wording("{owner} називає {id} у полі {field}, але у списку {collection} такого ідентифікатора немає", "{suggestion}"),
)

ID_OF_ANOTHER_KIND = Fault(
    "SB205",
    "id_of_another_kind",
    en=Wording("{owner} names {id} as {field}, but {id} is in {found}, not in {collection}", "{suggestion}"),
    uk=Wording("{owner} називає {id} у полі {field}, але {id} стоїть у списку {found}, а не {collection}", "{suggestion}"),
)

NAMED_TWICE = Fault(
    "SB206",
    "id_named_twice",
    en=Wording("{owner} names {id} twice in {field}", "delete one"),
    uk=Wording("{owner} двічі називає {id} у полі {field}", "видаліть зайве"),
)

REFERS_TO_ITSELF = Fault(
    "SB207",
    "item_refers_to_itself",
    en=Wording("{owner} names itself as {field}", "name another item, or delete the line"),
    uk=Wording("{owner} називає у полі {field} самого себе", "назвіть інший запис або видаліть рядок"),
)

GOALS_IN_A_CIRCLE = Fault(
    "SB208",
    "goals_in_a_circle",
    en=Wording("these goals are parents of each other: {path}", "take one of the `parent` lines away"),
    uk=Wording("ці цілі є батьківськими одна для одної: {path}", "приберіть один із рядків `parent`"),
)

PARTS_IN_A_CIRCLE = Fault(
    "SB209",
    "parts_in_a_circle",
    en=Wording("these measures are parts of each other: {path}", "take one of the `part_of` lines away"),
    uk=Wording("ці заходи є частинами один одного: {path}", "приберіть один із рядків `part_of`"),
)

DEPENDENCY_CYCLE = Fault(
    "SB301",
    "dependency_cycle",
    en=Wording("these measures wait for each other: {path}", "take one of the `after` entries away"),
    uk=Wording("ці заходи чекають один на одного: {path}", "приберіть один із записів `after`"),
)
