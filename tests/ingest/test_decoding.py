import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.ingest.decoding import decode

ENGLISH = "Ukraine’s delegation pushed again for a complete ceasefire – at least 30 days. “No details,” it said."
FRENCH = "La délégation a de nouveau réclamé un cessez-le-feu à Genève, où la réunion a été brève."
GERMAN = "Die Unterhändler müssen über die Rückgabe der Gefangenen weiter beraten, erklärte der Außenminister."
SPANISH = "El señor Núñez dijo que mañana habrá más información sobre el canje de prisioneros."
POLISH = "Ukraińska delegacja domagała się broni. Negocjatorzy odrzucili to żądanie, ale zgodzili się na wymianę."
TURKISH = "İstanbul'da yapılan görüşmelerde taraflar esir takası konusunda anlaştı; Türkiye Dışişleri Bakanı açıkladı."
RUSSIAN = (
    "Россия и Украина завершили второй раунд переговоров, стороны согласились на обмен пленными."
)
UKRAINIAN = (
    "Українська делегація знову наполягала на повному припиненні вогню щонайменше на тридцять днів."
)
JAPANESE = "双方は限定的な捕虜交換に合意した。協議はイスタンブールで行われた。"
CHINESE = "俄罗斯和乌克兰结束了第二轮和平谈判，双方同意进行有限的战俘交换。"
KOREAN = "러시아와 우크라이나는 제한적인 포로 교환에 합의했다."
GREEK = "Οι διαπραγματεύσεις στη Γενεύη ολοκληρώθηκαν χωρίς αποτέλεσμα."
ARABIC = "انتهت المحادثات دون التوصل إلى اتفاق لوقف إطلاق النار."
THAI = "การเจรจาสิ้นสุดลงโดยไม่มีข้อตกลง แต่ทั้งสองฝ่ายตกลงแลกเปลี่ยนนักโทษ"

WRITTEN = [
    (ENGLISH, "cp1252"),
    (ENGLISH, "mac_roman"),
    (FRENCH, "cp1252"),
    (FRENCH, "iso8859_1"),
    (FRENCH, "mac_roman"),
    (GERMAN, "cp1252"),
    (GERMAN, "mac_roman"),
    (SPANISH, "iso8859_1"),
    (POLISH, "cp1250"),
    (POLISH, "iso8859_2"),
    (TURKISH, "cp1254"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8_r"),
    (RUSSIAN, "iso8859_5"),
    (RUSSIAN, "cp866"),
    (UKRAINIAN, "cp1251"),
    (UKRAINIAN, "koi8_u"),
    (JAPANESE, "shift_jis"),
    (JAPANESE, "euc_jp"),
    (CHINESE, "gb18030"),
    (KOREAN, "cp949"),
    (GREEK, "cp1253"),
    (ARABIC, "cp1256"),
    (THAI, "cp874"),
]
SHORT = [
    ("Ukraine’s minister said so.", "cp1252"),
    ("Ukraine’s minister said so.", "mac_roman"),
    ("The café — closed.", "cp1252"),
    ("à Genève", "mac_roman"),
    ("JOINT COMMUNIQUÉ OF THE PARTIES", "cp1252"),
    ("It costs £5 or €6.", "cp1252"),
    ("Переговоры завершены", "cp1251"),
    ("Переговоры завершены", "koi8_r"),
    ("Переговоры завершены", "iso8859_5"),
    ("双方は合意した。", "shift_jis"),
    ("双方同意交换战俘。", "gb18030"),
]
UNICODE = [
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "utf-32-le",
    "utf-32-be",
]


@pytest.mark.parametrize(("text", "encoding"), WRITTEN + SHORT)
def test_an_old_encoding_is_told(text: str, encoding: str):
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", UNICODE)
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, JAPANESE, "Talks 🕊️ in\nGeneva"])
def test_unicode_is_told_with_and_without_a_mark(text: str, encoding: str):
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r"])
def test_a_page_says_its_encoding(encoding: str):
    page = f'<html><head><meta charset="{encoding}"></head><body>Мир</body></html>'
    assert decode(page.encode(encoding)) == page


def test_an_encoding_that_is_none_is_not_believed():
    page = '<meta charset="no-such-thing"><p>La réunion à Genève</p>'
    assert decode(page.encode("cp1252")) == page


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_newlines_become_lf(newline: str):
    assert decode(f"One{newline}two{newline}{newline}three".encode()) == "One\ntwo\n\nthree"


def test_the_text_is_not_normalised():
    text = "cafe\u0301 and café, ﬁne\u00a0print\u200b"
    assert decode(text.encode()) == text


def test_stray_control_characters_and_colours_go():
    assert decode(b"\x1b[1mBoth sides\x1b[0m agreed.\x0cPage 2\x1a") == "Both sides agreed.\nPage 2"


def test_a_few_broken_bytes_do_not_change_the_guess():
    text = "Переговоры завершены. " * 20
    assert decode(text.encode()[:-2] + b"\xff") == text[:-2] + "\ufffd"


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x00" * 100, b"\x01\x02\x03\x04" * 50])
def test_what_is_no_text_is_none(data: bytes):
    assert decode(data) is None


@settings(deadline=None, max_examples=300)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_every_utf8_text_comes_back(text: str):
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@settings(deadline=None, max_examples=300)
@given(st.binary())
def test_any_bytes_are_text_or_none(data: bytes):
    text = decode(data)
    assert text is None or not set(text) & set("\r\x00\x0b\x0c\x1b")
