import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.intake.language import language_of, stated_code

TEXTS = {
    "en": "The elders of the two valleys met under the old mulberry tree and said that the water would be shared by the hour, as their fathers had done. "
    "Nobody from the ministry came, though three letters had been sent to it since the spring.",
    "fr": "Les anciens des deux vallées se sont réunis sous le vieux mûrier et ont dit que l'eau serait partagée à l'heure, comme leurs pères l'avaient fait. "
    "Personne du ministère n'est venu, bien que trois lettres lui aient été envoyées depuis le printemps.",
    "de": "Die Ältesten der beiden Täler trafen sich unter dem alten Maulbeerbaum und sagten, das Wasser werde nach Stunden geteilt, wie ihre Väter es getan hätten. "
    "Aus dem Ministerium kam niemand, obwohl man ihm seit dem Frühjahr drei Briefe geschickt hatte.",
    "ru": "Старейшины двух долин встретились под старой шелковицей и сказали, что воду будут делить по часам, как делали их отцы. "
    "Из министерства никто не приехал, хотя с весны туда отправили три письма.",
    "ar": "اجتمع شيوخ الواديين تحت شجرة التوت القديمة وقالوا إن الماء سيقسم بالساعة كما كان يفعل آباؤهم. ولم يحضر أحد من الوزارة رغم إرسال ثلاث رسائل إليها منذ الربيع.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_text_says_its_own_language(code):
    assert language_of(TEXTS[code]) == code
    assert language_of(TEXTS[code], "xx") == code


def test_a_headline_is_enough():
    assert language_of("Elders of two valleys agree to share the water by the hour") == "en"


@pytest.mark.parametrize("text", ["", "2021", "12 – 14", "—"])
def test_where_too_little_is_written_what_the_page_states_counts(text):
    assert language_of(text, "en-GB") == "en"
    assert language_of(text) is None


@pytest.mark.parametrize(("tag", "code"), [("en", "en"), ("EN_us", "en"), (" fr-CA ", "fr"), ("eng", None), ("english", None), ("", None), (None, None), ("<b>", None)])
def test_a_tag_states_its_first_part(tag, code):
    assert stated_code(tag) == code


@given(st.text(max_size=300), st.text(max_size=10) | st.none())
def test_any_text_has_a_language_or_none(text, stated):
    code = language_of(text, stated)
    assert code is None or (len(code) == 2 and code.isalpha())
