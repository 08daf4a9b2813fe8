"""Raw scraped pages in many styles, each with what must come out of it. All of them are invented."""

from typing import NamedTuple


class Page(NamedTuple):
    raw: str
    title: str | None
    published: str | None
    body: list[str]
    authors: list[str] = []  # noqa: RUF012


TALKS = [
    "Negotiators from the two governments met for six hours in Niamey on Tuesday without agreeing on who should guard the wells along the frontier.",
    "The foreign minister, Aminata Sourghia, told reporters that her delegation had “put every card on the table” and was waiting for an answer.",
    "Her counterpart, Colonel Idrissa Baldé, denied that any written offer had been made. “We were shown a map, and a map is not an offer,” he said.",
    "The African Union, which is hosting the meeting, said that it expected a second round before the rains begin.",
]
PORT = [
    "Port workers in Puerto Callao ended an eleven-day strike on Sunday after the government promised not to hand the northern quay to a foreign company.",
    "“We leave the gate, but we do not leave the fight,” said Rosario Quispe, who leads the dockers’ union.",
    "The ministry of transport said the promise covered only the current year.",
    "Opposition deputies accused the cabinet of buying time until the vote in March.",
]
BRIDGE = [
    "A bridge over the Araks that was closed for thirty years will open to lorries in the spring, officials on both banks said on Wednesday.",
    "The head of the customs service, Tigran Melkumian, said the first convoy would carry timber and flour.",
    "Residents of the nearest village said they had been told nothing.",
    "“I read about it in the paper like you did,” said a shopkeeper who gave her name as Nune.",
    "A spokesman for the border guard warned that mines in the approach roads had not all been cleared.",
]


def paragraphs(body: list[str]) -> str:
    return "\n\n".join(body)


MENU_ABOVE = """Home
World
Africa
Business
Sport
Weather
Sign in
Subscribe

Wells dispute: six hours of talks, no accord on guards

14 March 2023 09:45

""" + paragraphs(TALKS) + """

Share
Tweet
Email
Comments (12)
Most read
Five things to know about the rains
How the frontier was drawn
Terms of use
Privacy policy
© 2023 Sahel Courier. All rights reserved.
"""

ICON_LINE = (
    "arrow leftarrow rightburgercalendarcaret downcloseemailfacebookgridinstagramlistloaderlockmagnifierphoneplayprintsearchtelegramtwitteruserwhatsapp\n"
    "Dockers end strike as cabinet shelves sale of quay\nMonday, August 7, 2023, 6:10 p.m. EDT\nBy Lucía Ferrer and Tom Adeyemi\n\n" + paragraphs(PORT)
)

SINGLE_NEWLINES = "News | Caucasus | Opinion | Video\nBridge over the Araks to open to lorries in spring\nPublished: 2024-02-07T08:30:00+04:00\nLast updated: 2024-02-08T10:00:00+04:00\n" + "\n".join(BRIDGE) + "\nRead more: How the line was drawn in 1994\nFollow us on Telegram\n"

HARD_WRAPPED = """BRIDGE OVER THE ARAKS TO OPEN TO LORRIES IN SPRING

7 February 2024

A bridge over the Araks that was closed for thirty years will open to
lorries in the spring, officials on both banks said on Wednesday.

The head of the customs service, Tigran Melkumian, said the first convoy
would carry timber and flour. He added that the drivers would be checked
twice, once on each bank, and that no lorry would be let through after
dark.

Residents of the nearest village said they had been told nothing about
the plan and had read of it in the paper.
"""

WIRE_BRIEF = """UPDATE 1-Ferry service to Jolo suspended after shots fired

ZAMBOANGA, Sept 3 (Harbour Wire) - A ferry company suspended its service to Jolo on Sunday after shots were fired at one of its boats, the coast guard said.

Nobody was hurt. The company said it would resume when an escort was available.
"""

TRANSCRIPT = """Interview: “We asked for water, not for soldiers”
2 June 2022

Hodan Warsame chairs the committee of elders in the district. She spoke to us by telephone.

Q: Who asked for the troops to be sent?

A: Nobody here did. We asked for water, not for soldiers. The governor told us that the capital had decided.

Q: And what did the capital tell you?

A: That it was the governor. Each of them says it was the other, and meanwhile the trucks are standing on our fields.

Q: Will you meet the commander?

A: If he comes without his gun, yes. I have said so twice.

Related interviews
Subscribe to our newsletter
Cookie settings
"""

LIVE_BLOG = """Live: parliament votes on the ceasefire
Updated 18 November 2021 21:40 GMT

21:40
The speaker has closed the session. The motion is carried by 61 votes to 48, and the text goes to the president tonight.

21:15
“This is a surrender with a ribbon on it,” the opposition leader, Davit Lomidze, told the chamber before the vote was called.

20:50
Voting has begun. Members of the ruling party are expected to support the motion, two of them said as they went in.

Share this live blog
Back to top
"""

WITH_LIST = """Mekong states publish list of demands

By Anong Srisai
21 July 2023

Four states on the lower Mekong published on Friday a list of what they want from the operators of the upstream dams.

The list, seen by this newspaper, has three points:

• daily figures on the water that is let through each dam;
• a warning of at least ten days before the gates are opened;
• a seat for fishermen on the commission that meets in Vientiane.

A spokeswoman for the operators said the companies “welcome any dialogue” but rejected the third point.

Advertisement

The commission meets again in October.

Tags: Mekong, dams, water
"""

QUOTE_LINES = """Mayor vows to stay as shelling nears the town

March 30, 2022

The mayor of a town twelve kilometres from the front said on Wednesday that he would not leave.

“I was elected to be here.”

“If I go, who signs the death certificates?”

Oleh Hrytsenko, 58, has slept in his office for nine days. The regional administration has asked him three times to move to the west of the province.

He refused each time.

Sign up to our daily briefing
"""

SUBHEADS = """Skip to content
Search
The Highland Observer
Miners and government agree truce in Potosí

Posted on 12 October 2020 by Julián Mamani

Miners lifted their roadblocks around Potosí on Monday after the government agreed to talks about royalties.

What was agreed

The two sides will meet every week for two months. The minister of mining, Elena Choque, said that nothing was excluded in advance.

What was not

The miners had asked for the release of four men held since August. “Their case is before a judge, not before me,” the minister said.

A lawyer for the four men said the government had the power to withdraw its complaint.

Leave a comment
Your email address will not be published.
"""

COOKIE_FIRST = """We use cookies to make this site work and to understand how it is used. You can accept all cookies or choose which ones we may set.
Accept all
Manage preferences
Garrison commander denies crossing the river | The Border Post
15.04.2019 11:20

The commander of the garrison at Adré denied on Monday that his men had crossed the river in pursuit of cattle thieves.

“Not one boot touched the other bank,” General Mahamat Ousmane told a news conference.

Villagers on the other side said they had counted forty soldiers and two vehicles.

Related stories
Cattle raids double in a year
Who guards the river?
Contact us
About
"""

ONE_LINE = "Home News Sport Weather  Envoy leaves Asmara without a date for talks  5 January 2018  The United Nations envoy left Asmara on Friday without a date for the talks that he came to arrange, his office said. The envoy, Pieter Lindqvist, said that the government had been courteous and that courtesy was not consent. Officials in the capital did not comment."

CAPTIONS = """KACHIN JOURNAL

Kachin villagers return to burnt homes as truce holds

Families carry tin sheets up the hill near Laiza, Myanmar, Dec. 8, 2021. (Photo/Harbour Wire)

by Mya Thandar | December 9, 2021

Families who fled in the spring are walking back to villages of which little but the posts is left, as a truce signed three weeks ago holds.

A monk who keeps a list of the returned says that it has 412 names on it.

Advertisement

“We were told that both armies had gone. One has,” he said.

The army did not answer questions about its posts on the ridge. A woman who sells tea below it counts eleven.

An officer of the other force, who asked not to be named, said his men would leave “an hour after the last of theirs.”

Image: a burnt school near Laiza. Getty

More from Asia

Dam to be finished despite protests

Share this article on Facebook
"""

RUN_TOGETHER = """HomeLatestPoliticsEconomyDefenceSocietyCulturePhotosVideosPodcastsE-paperShopJobsLoginRegister
Blast at depot was an accident, generals insist
The blast that levelled a munitions depot outside Huambo on Saturday night was an accident, the general staff insisted on Sunday.
General Abel Cassoma said that “heat and old powder” were to blame, and that talk of a drone was invented.
Two guards who were at the gate said they had heard an engine overhead before the first explosion.
The opposition asked for an inquiry led by a judge. A spokesman for the president said that the army would look into the army.
Like it? Share it with friends
About usAdvertise with usContactTerms and conditionsPrivacy policyCareers
"""

COMMENTS = """Court in Arusha hears claim over lake border

23rd May 2016 | 7:42 PM

Lawyers for two states that share a lake argued on Monday over a line that a German officer drew on it in 1890.

“He drew it in the dry season,” said Grace Mkapila, for the southern state, “and the water has since had its own opinion.”

The northern state asked the judges to hold to the treaty as it stands. Its agent, Peter Chilumba, accused the other side of “arguing with a map.”

A judgment is not expected before next year.

3 Comments

kondowe77
1 hour ago
The lake belongs to the fish. Everyone who has ever been on it knows that the officer never left his tent.
Reply

Mzee
45 minutes ago
Nonsense. My grandfather fished on both sides and nobody ever asked him for a paper in all those years.
Reply
"""

RELATED = """Menu
Sections
Search
The Strait Times-Herald
Asia-Pacific
Envoys meet over island lighthouse
Friday 4 November 2022 12.15
Share
Envoys of the two countries that claim a lighthouse on a rock met for the first time in nine years on Friday.
The northern envoy, Park Se-jin, said the keeper could stay until the talks ended.
His colleague from the south said that the keeper “was never theirs to keep.”
Fishermen on both coasts were told to stay out of the waters around it, the coast guards said in separate statements.
Related
Lighthouse keeper speaks of forty years alone
Fishing fleets cut as stocks fall
Most read
Storm turns north
Minister resigns over ferry contract
"""

PAGES = {
    "menu above, furniture below": Page(MENU_ABOVE, "Wells dispute: six hours of talks, no accord on guards", "2023-03-14", TALKS),
    "icon names in one line, byline": Page(ICON_LINE, "Dockers end strike as cabinet shelves sale of quay", "2023-08-07T18:10:00-04:00", PORT, ["Lucía Ferrer", "Tom Adeyemi"]),
    "single newlines, two dates": Page(SINGLE_NEWLINES, "Bridge over the Araks to open to lorries in spring", "2024-02-07T08:30:00+04:00", BRIDGE),
    "hard wrapped": Page(
        HARD_WRAPPED, "BRIDGE OVER THE ARAKS TO OPEN TO LORRIES IN SPRING", "2024-02-07",
        [
            BRIDGE[0],
            "The head of the customs service, Tigran Melkumian, said the first convoy would carry timber and flour. He added that the drivers would be checked twice, once on each bank, and that no lorry would be let through after dark.",
            "Residents of the nearest village said they had been told nothing about the plan and had read of it in the paper.",
        ],
    ),
    "wire brief": Page(
        WIRE_BRIEF, "UPDATE 1-Ferry service to Jolo suspended after shots fired", None,
        [
            "ZAMBOANGA, Sept 3 (Harbour Wire) - A ferry company suspended its service to Jolo on Sunday after shots were fired at one of its boats, the coast guard said.",
            "Nobody was hurt. The company said it would resume when an escort was available.",
        ],
    ),
    "questions and answers": Page(
        TRANSCRIPT, "Interview: “We asked for water, not for soldiers”", "2022-06-02",
        [p for p in TRANSCRIPT.split("\n\n")[1:] if not p.startswith("Related")],
    ),
    "live blog": Page(LIVE_BLOG, "Live: parliament votes on the ceasefire", "2021-11-18T21:40:00+00:00",
        [
            "The speaker has closed the session. The motion is carried by 61 votes to 48, and the text goes to the president tonight.",
            "21:15",
            "“This is a surrender with a ribbon on it,” the opposition leader, Davit Lomidze, told the chamber before the vote was called.",
            "20:50",
            "Voting has begun. Members of the ruling party are expected to support the motion, two of them said as they went in.",
        ],
    ),
    "bullets and an advertisement inside": Page(
        WITH_LIST, "Mekong states publish list of demands", "2023-07-21",
        [
            "Four states on the lower Mekong published on Friday a list of what they want from the operators of the upstream dams.",
            "The list, seen by this newspaper, has three points:",
            "daily figures on the water that is let through each dam;",
            "a warning of at least ten days before the gates are opened;",
            "a seat for fishermen on the commission that meets in Vientiane.",
            "A spokeswoman for the operators said the companies “welcome any dialogue” but rejected the third point.",
            "The commission meets again in October.",
        ],
        ["Anong Srisai"],
    ),
    "quotations on lines of their own": Page(QUOTE_LINES, "Mayor vows to stay as shelling nears the town", "2022-03-30", QUOTE_LINES.split("\n\n")[2:-1]),
    "sub-headings": Page(
        SUBHEADS, "Miners and government agree truce in Potosí", "2020-10-12",
        [p for p in SUBHEADS.split("\n\n")[2:] if not p.startswith("Leave")], ["Julián Mamani"],
    ),
    "cookie notice first": Page(
        COOKIE_FIRST, "Garrison commander denies crossing the river", "2019-04-15",
        COOKIE_FIRST.split("\n\n")[1:4],
    ),
    "all in one line": Page(ONE_LINE, "Envoy leaves Asmara without a date for talks", "2018-01-05", [ONE_LINE[ONE_LINE.index("The United") :]]),
    "captions and credits": Page(
        CAPTIONS, "Kachin villagers return to burnt homes as truce holds", "2021-12-09",
        [p for p in CAPTIONS.split("\n\n") if p.startswith(("Families who", "A monk", "“We", "The army", "An officer"))], ["Mya Thandar"],
    ),
    "menu run together, no date": Page(RUN_TOGETHER, "Blast at depot was an accident, generals insist", None, RUN_TOGETHER.split("\n")[2:6]),
    "numbers and comments": Page(COMMENTS, "Court in Arusha hears claim over lake border", "2016-05-23", COMMENTS.split("\n\n")[2:6]),
    "two-column calendar of related headlines": Page(RELATED, "Envoys meet over island lighthouse", "2022-11-04", RELATED.split("\n")[8:12]),
}  # fmt: skip
