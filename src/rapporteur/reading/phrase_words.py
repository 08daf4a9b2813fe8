"""The small words and nouns by which noun phrases are read: what joins a name, ends a head, counts or sorts."""

from __future__ import annotations

PARTICLES = frozenset(
    ["al", "el", "ul", "bin", "ibn", "bint", "abu", "ben", "van", "von", "der", "den", "de", "del", "della", "di", "da", "das", "dos", "du", "la", "le", "san", "ten", "ter", "y", "e"]
)
DETERMINERS = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "some", "many", "several", "most", "all", "both", "one", "another", "other", "any", "no", "each", "every", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds", "thousands"]
)
SINGULAR_PERSONS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
PLURALS = frozenset(["they", "them", "their", "theirs", "themselves", "both"])
THINGS = frozenset(["it", "its", "itself"])
FIRST = {"i": 1, "me": 1, "my": 1, "mine": 1, "myself": 1, "we": 2, "us": 2, "our": 2, "ours": 2, "ourselves": 2}
SECOND = frozenset(["you", "your", "yours", "yourself", "yourselves"])
RELATIVES = frozenset(["who", "whom", "whose", "which", "that"])
BODY_NOUNS = frozenset(
    ["agency", "alliance", "army", "assembly", "association", "authority", "bank", "board", "body", "brigade", "bureau", "cabinet", "campaign", "centre", "center", "coalition", "command", "commission", "committee", "company", "congress", "corporation", "council", "court", "department", "directorate", "embassy", "federation", "force", "forces", "foundation", "front", "fund", "government", "group", "guard", "hospital", "house", "institute", "institution", "junta", "league", "mission", "movement", "navy", "network", "news", "office", "organisation", "organization", "parliament", "party", "police", "post", "press", "presidency", "regime", "service", "society", "senate", "secretariat", "summit", "syndicate", "times", "tribunal", "union", "university", "watch", "ministry", "militia", "observatory", "opposition", "brotherhood", "delegation", "herald", "tribune", "gazette", "journal", "radio", "television", "tv"]
)
# those that name nobody by themselves, whatever their capital
COMMON_BODIES = BODY_NOUNS - frozenset(
    ["brotherhood", "congress", "forces", "front", "gazette", "guard", "herald", "house", "journal", "league", "news", "post", "press", "senate", "times", "tribune", "watch"]
)
JOINERS = frozenset(["of", "for", "and", "&"])
# where the head of a noun phrase is behind us
STOPS = frozenset(
    ["of", "in", "at", "from", "for", "on", "with", "to", "near", "by", "including", "about", "against", "under", "over", "after", "before", "and", "or", "nor", "but", "as", "who", "that", "which", "whose", "close", "familiar", "based"]
)
PARTITIVES = frozenset(["cent", "percent", "%", "some", "many", "most", "several", "all", "both", "few", "dozens", "scores", "hundreds", "thousands", "majority", "number", "handful", "half", "third", "thirds", "quarter", "group", "couple", "members"])
# adjectives before an office that begins a name's titles
RANKS = frozenset(["acting", "former", "deputy", "senior", "staff", "shadow", "interim", "outgoing", "incoming", "chief", "junior", "retired", "ousted", "embattled", "disgraced", "exiled", "jailed", "late", "then", "newly", "veteran", "longtime"])
# nouns that say what a name already names ("the Interfax news agency", "the Hamas movement")
SORTS = frozenset(["agency", "newspaper", "paper", "daily", "weekly", "magazine", "channel", "television", "tv", "radio", "broadcaster", "network", "website", "group", "movement", "organisation", "organization", "militia", "party", "alliance", "bloc"])
OUTLETS = frozenset(["agency", "newspaper", "daily", "weekly", "magazine", "channel", "television", "tv", "radio", "broadcaster"])
SORT_MODIFIERS = frozenset(["news", "television", "tv", "radio", "press", "state", "militant", "armed", "rebel", "terrorist", "terror", "jihadist", "extremist"])
PEOPLES = frozenset(["alawites", "albanians", "arabs", "armenians", "buddhists", "catholics", "christians", "druze", "hindus", "hutus", "jews", "kurds", "muslims", "palestinians", "pashtuns", "protestants", "roma", "rohingya", "rohingyas", "serbs", "shias", "shiites", "sikhs", "sunnis", "tamils", "tatars", "turkmen", "tuaregs", "tuareg", "tutsis", "uighurs", "uyghurs", "yazidis", "yezidis"])
# offices that are as often surnames: alone and without an article they name
SURNAMES = frozenset(["abbot", "baker", "bishop", "butcher", "carpenter", "cook", "dean", "driver", "fisher", "gardener", "hunter", "judge", "king", "knight", "major", "marshal", "mason", "miner", "page", "painter", "pope", "porter", "prince", "shepherd", "singer", "steward", "ward"])
SECTORS = {"police": "COP", "army": "MIL", "military": "MIL", "navy": "MIL", "troops": "MIL", "forces": "MIL", "government": "GOV", "authorities": "GOV", "ministry": "GOV", "embassy": "GOV", "cabinet": "GOV", "court": "JUD", "parliament": "LEG", "opposition": "OPP", "media": "JRN", "press": "JRN", "newspaper": "JRN", "university": "EDU", "hospital": "MED", "union": "LAB", "church": "REL"}
MANY = frozenset(["people", "men", "women", "children", "police", "troops", "media"])
