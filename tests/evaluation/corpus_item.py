"""An item in the corpus markup, with an invented state: split, nested, headline and shared-source statements."""

ITEM = """date: 2019-05-02
outlet: Harbour Post
region: Norvania
style: agency report
actor minister: Mara Velt | person
actor council: the harbour council | organisation

# [S1 Velt] [C1 rules out] [X1 new talks]

[S2,3 Velt] [C2 told] [A2 the council] [X2 that [S4 it] [C4 had promised] [X4 to pay]] and [C3 refused] [X3 to go on].

[X5 “Not now,”] [S5 she] [C5 said]. [X5 “Not here.”]

---
1 by minister act refuse
2 by minister to council act say
3 by minister act refuse
4 by council act promise
5 by minister act say
"""
