import pytest
from pages import SENTENCES
from raw_pages import PAGES

from rapporteur.intake import read_raw_text
from rapporteur.record import Article, Rejected


@pytest.mark.parametrize("name", PAGES)
def test_the_article_comes_out_whole_and_nothing_else(name):
    page = PAGES[name]
    found = read_raw_text(page.raw)
    assert isinstance(found, Article), found
    assert found.text.split("\n\n") == page.body
    assert found.title == page.title
    assert found.published == page.published
    assert found.authors == page.authors


def test_who_publishes_is_read_from_the_copyright():
    assert read_raw_text(PAGES["menu above, furniture below"].raw).outlet == "Sahel Courier"


def test_what_is_given_stands_over_what_the_page_says():
    found = read_raw_text(PAGES["menu above, furniture below"].raw, title="Given", outlet="Giver", date="2001-02-03", url="https://g.example/1", id="g")
    assert (found.title, found.outlet, found.published, found.url, found.id) == ("Given", "Giver", "2001-02-03", "https://g.example/1", "g")


def test_the_same_page_gives_the_same_article():
    page = PAGES["sub-headings"].raw
    assert read_raw_text(page) == read_raw_text(page)


LIST = "Home\nNews\nSport\n" + "\n".join(
    f"{place} talks enter week {i}\n{i} hours ago" for i, place in enumerate(["Lomé", "Quito", "Tbilisi", "Asmara", "Manila", "Sucre", "Dakar", "Hanoi", "Yerevan", "Moroni"], 2)
)


@pytest.mark.parametrize(
    ("raw", "reasons"),
    [
        ("", {"empty"}),
        (" \n\u00a0\n", {"empty"}),
        ("Home\nWorld\nSport\nLogin\n", {"no-article"}),
        ("404 Page not found\nThe page you asked for cannot be found.\nGo back to the home page.\nSearch", {"no-article"}),
        ("Before you go on\nWe and our partners use cookies to store data on your device. You can accept or reject cookies.\nAccept all\nReject all", {"no-article"}),
        ("Please enable JavaScript and cookies in your browser to continue to this page.", {"no-article"}),
        ("Video: boats in the strait\n02:14\nPlay\nMute\nShare", {"no-article"}),
        (LIST, {"index", "no-article"}),
    ],
)  # fmt: skip
def test_a_page_without_an_article_is_rejected_by_name(raw, reasons):
    found = read_raw_text(raw)
    assert isinstance(found, Rejected), found.text
    assert found.reason in reasons


FOREIGN = {
    "ar": (["الرئيسية", "أخبار", "رياضة"], ["قال وزير الخارجية إن المحادثات مع الوفد الزائر استمرت ست ساعات في العاصمة دون التوصل إلى اتفاق بشأن حراسة الآبار.", "وأضاف المتحدث باسم الحكومة أن الجولة الثانية ستعقد قبل بداية موسم الأمطار في العاصمة.", "ونفى قائد الحامية أن يكون رجاله قد عبروا النهر خلال الأيام الثلاثة الماضية كما زعم القرويون."]),
    "hi": (["होम", "समाचार", "खेल"], ["विदेश मंत्री ने मंगलवार को कहा कि प्रतिनिधिमंडल के साथ बातचीत छह घंटे तक चली और बिना किसी समझौते के समाप्त हो गई।", "सरकार के प्रवक्ता ने कहा कि दूसरा दौर बारिश शुरू होने से पहले राजधानी में होगा।", "चौकी के कमांडर ने इस बात से इनकार किया कि उनके लोगों ने पिछले तीन दिनों में नदी पार की।"]),
    "ru": (["Главная", "Новости", "Спорт"], ["Министр иностранных дел заявил во вторник, что переговоры с делегацией продолжались шесть часов и закончились без соглашения.", "Представитель правительства добавил, что второй раунд состоится в столице до начала дождей.", "Командир гарнизона отрицал, что его люди переходили реку в последние три дня."]),
    "zh": (["首页", "新闻", "体育"], ["外交部长周二表示，与来访代表团的会谈持续了六个小时，但双方未能就边境水井的守卫问题达成协议。", "政府发言人补充说，第二轮会谈将在雨季开始之前在首都举行，届时双方将交换地图。", "驻军指挥官否认他的士兵在过去三天里渡过了河流，村民们则说他们看见了四十名士兵。"]),
}  # fmt: skip


@pytest.mark.parametrize("language", FOREIGN)
def test_a_page_in_another_script_has_its_article(language):
    menu, body = FOREIGN[language]
    assert read_raw_text("\n".join([*menu, "", *body, "", *menu])).text.split("\n\n") == body


def test_a_page_over_the_limit_is_cut_and_flagged():
    raw = PAGES["sub-headings"].raw + "\n\nfooter" * 1_000_000
    assert "truncated" in read_raw_text(raw).flags


def test_blank_lines_before_the_text_count_for_nothing():
    article = read_raw_text("\r\n \r\n" * 200_000 + "\n\n".join(SENTENCES))
    assert isinstance(article, Article), article
    assert [sentence in article.text for sentence in SENTENCES] == [True] * len(SENTENCES)
    assert "truncated" not in article.flags
