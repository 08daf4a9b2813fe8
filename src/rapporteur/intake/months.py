"""The names of the months as pages in some languages of the news write them."""

from __future__ import annotations

_NAMES = (
    "january jan janvier januar januari jänner enero gennaio janeiro ianuarie января січня stycznia ocak leden ledna tammikuuta januára január siječnja يناير ינואר جانفي ιανουαρίου",
    "february feb febr février fév februar februari febrero febbraio fevereiro februarie февраля лютого lutego şubat února helmikuuta feber február veljače فبراير فيفري פברואר φεβρουαρίου",
    "march mar märz mars maart mrt marzo março martie марта березня marca mart března maaliskuuta maret március ožujka مارس מרץ μαρτίου",
    "april apr avril abril aprile aprilie апреля квітня kwietnia nisan dubna huhtikuuta április travnja أبريل ابريل إبريل أفريل نيسان אפריל απριλίου",
    "may mai mayo maggio maio mei maj мая травня maja mayıs května toukokuuta mája május svibnja مايو ماي מאי μαΐου",
    "june jun juin juni junio giugno junho iunie июня червня czerwca haziran června kesäkuuta jún június lipnja يونيو جوان حزيران יוני ιουνίου",
    "july jul juillet juli julio luglio julho iulie июля липня lipca temmuz července heinäkuuta július srpnja يوليو جويلية تموز יולי ιουλίου",
    "august aug août agosto augustus augusti августа серпня sierpnia ağustos srpna elokuuta augusta agustus augusztus kolovoza أغسطس أوت אוגוסט αυγούστου",
    "september sept sep septembre septiembre setiembre settembre setembro septembrie сентября вересня września eylül září syyskuuta szeptember rujna سبتمبر أيلول ספטמבר σεπτεμβρίου",
    "october oct octobre oktober okt octubre ottobre outubro octombrie октября жовтня października ekim října lokakuuta október أكتوبر اكتوبر אוקטובר οκτωβρίου",
    "november nov novembre noviembre novembro noiembrie ноября листопада kasım marraskuuta studenoga نوفمبر נובמבר νοεμβρίου",
    "december dec décembre déc dezember dez diciembre dicembre dezembro decembrie декабря грудня grudnia aralık prosince joulukuuta desember prosinca ديسمبر דצמבר δεκεμβρίου",
)
# "listopada" is October in Croatian and November in Polish: in neither list.
# Arabic of the Levant and Iraq says some months in two words.
_TWO_WORDS = {"كانون الثاني": 1, "كانون الأول": 12, "تشرين الأول": 10, "تشرين الثاني": 11, "شباط": 2, "آذار": 3, "أيار": 5, "آب": 8}

MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()} | _TWO_WORDS
