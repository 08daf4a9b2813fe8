"""Addresses are asked over real sockets; names are resolved by the test, and every connection ends at its own servers."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from pages import ARTICLE

from rapporteur.intake import Limits, read_sources, web
from rapporteur.intake.web import Page, fetch
from rapporteur.record import Article, Rejected

PUBLIC = "93.184.216.34"
PAGE = ARTICLE.encode()


def answer(body: bytes = b"", *, status: str = "200 OK", headers: str = "Content-Type: text/html; charset=utf-8\r\n", length: int | None = None) -> bytes:
    return f"HTTP/1.1 {status}\r\n{headers}Content-Length: {len(body) if length is None else length}\r\n\r\n".encode() + body


def redirect(to: str, status: str = "302 Found") -> bytes:
    return answer(status=status, headers=f"Location: {to}\r\n")


class Server:
    """Gives each connection the next of its answers and keeps what was asked."""

    def __init__(self, answers: list[bytes | Callable[[socket.socket], None]]) -> None:
        self.asked: list[bytes] = []
        self._answers = answers
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        for give in self._answers:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(10)
                try:
                    self.asked.append(connection.recv(65_536))
                    give(connection) if callable(give) else connection.sendall(give)
                except OSError:
                    continue

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    servers: list[Server] = []

    def start(*answers: bytes | Callable[[socket.socket], None]) -> Server:
        servers.append(Server(list(answers)))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


class Net:
    """A world with names of its own, each of which has its answers one after the other, in which all connections go to one server."""

    def __init__(self, server: Server | None = None, **names: list[list[str]]) -> None:
        self.server = server
        self.names = {name.replace("_", "."): answers for name, answers in names.items()}
        self.resolved: list[str] = []
        self.dialled: list[tuple[str, int]] = []

    def resolve(self, host: str, port: int) -> list[str]:
        self.resolved.append(host)
        answers = self.names.get(host, [[PUBLIC]])
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def dial(self, address: str, port: int, seconds: float) -> socket.socket:
        self.dialled.append((address, port))
        assert self.server is not None, "nobody may be called"
        return socket.create_connection(("127.0.0.1", self.server.port), timeout=seconds)

    def fetch(self, url: str, **limits: float) -> Page | Rejected:
        return fetch(url, limits=Limits(**limits), resolve=self.resolve, dial=self.dial)


def test_a_page_is_given_with_its_address_and_its_charset(serve):
    server = serve(answer(PAGE, headers="Content-Type: text/html; charset=windows-1252\r\n"))
    net = Net(server)
    page = net.fetch("http://hills.example/truce?day=8#end")
    assert (page.url, page.body, page.charset) == ("http://hills.example/truce?day=8#end", PAGE, "windows-1252")
    assert net.dialled == [(PUBLIC, 80)]
    assert server.asked[0].startswith(b"GET /truce?day=8 HTTP/1.1\r\nHost: hills.example\r\n")


def test_letters_of_other_scripts_are_escaped_in_an_address(serve):
    server = serve(answer(PAGE))
    net = Net(server)
    assert isinstance(net.fetch("http://dörfer.example/waffenruhe hält/ä?ü=ö"), Page)
    assert net.resolved == ["xn--drfer-jua.example"]
    assert server.asked[0].startswith(b"GET /waffenruhe%20h%C3%A4lt/%C3%A4?%C3%BC=%C3%B6 HTTP/1.1\r\n")


NOT_PUBLIC = (
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.0.9", "169.254.169.254", "172.16.0.1", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1",
    "198.18.0.1", "203.0.113.7", "224.0.0.251", "239.1.1.1", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::127.0.0.1", "::10.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "fc00::1", "fd12:3456::1",
    "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "ff0e::1", "2001:db8::1", "2002:7f00:1::", "2002:a00:1::1", "64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1", "2001:0:7f00:1:0:0:0:0", "100::1", "3fff::1", "2001:2::1",
)  # fmt: skip


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_a_name_that_leads_to_no_public_address_is_refused_and_nobody_is_called(address):
    net = Net(inside_example=[[address]])
    found = net.fetch("http://inside.example/")
    assert isinstance(found, Rejected)
    assert found.reason == "refused"
    assert address.partition("%")[0] in found.detail
    assert net.dialled == []


@pytest.mark.parametrize("address", [PUBLIC, "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_a_public_address_is_called(serve, address):
    net = Net(serve(answer(PAGE)), hills_example=[[address]])
    assert isinstance(net.fetch("http://hills.example/"), Page)
    assert net.dialled == [(address, 80)]


def test_one_private_answer_among_public_ones_is_enough_to_refuse():
    net = Net(mixed_example=[[PUBLIC, "10.0.0.1"]])
    assert net.fetch("http://mixed.example/").reason == "refused"
    assert net.dialled == []


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "0", "localhost", "LOCALHOST", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
     "127.0.0.1:22", "１２７.0.0.1", "169.254.169.254", "[fe80::1]"],
)  # fmt: skip
def test_every_spelling_of_this_machine_is_refused_by_the_system_s_own_resolver(host, monkeypatch):
    monkeypatch.setattr(web, "dial", lambda *_: pytest.fail("nobody may be called"))
    (found,) = read_sources([f"http://{host}/latest/meta-data"])
    assert isinstance(found, Rejected)
    assert found.reason in {"refused", "not-found"}, found


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://hills.example/a", "refused"),
        ("file:///etc/hostname", "refused"),
        ("gopher://hills.example/", "refused"),
        ("http:///a", "refused"),
        ("http://reader:secret@hills.example/", "refused"),
        ("http://hills.example:99999/", "not-found"),
        ("http://hills.example:x/", "not-found"),
        ("http://[::1/", "not-found"),
        ("http://" + "a" * 300 + ".example/ä", "not-found"),
        ("http://ä..example/", "not-found"),
    ],
)
def test_an_address_that_must_not_or_cannot_be_asked_is_named(url, reason):
    net = Net()
    if len(url) > 300 or ".." in url:
        net.resolve = web.resolve
    found = net.fetch(url)
    assert (type(found), found.reason, found.source) == (Rejected, reason, url)
    assert net.dialled == []


def test_the_checked_address_is_the_one_that_is_called_though_the_name_would_lead_elsewhere_next_time(serve):
    net = Net(serve(answer(PAGE)), rebinding_example=[[PUBLIC], ["127.0.0.1"]])
    assert isinstance(net.fetch("http://rebinding.example/"), Page)
    assert net.resolved == ["rebinding.example"]
    assert net.dialled == [(PUBLIC, 80)]


def test_a_name_that_turns_private_between_two_hops_is_refused_at_the_second(serve):
    net = Net(serve(redirect("/again"), answer(b"secret")), rebinding_example=[[PUBLIC], ["127.0.0.1"]])
    found = net.fetch("http://rebinding.example/")
    assert (type(found), found.reason) == (Rejected, "refused")
    assert net.dialled == [(PUBLIC, 80)]


def test_a_connection_goes_to_the_literal_address_without_another_look_at_the_name(monkeypatch):
    looked_up = []
    real = socket.getaddrinfo

    def spy(host, *rest, **more):
        looked_up.append(host)
        return real(host, *rest, **more)

    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setattr(socket, "getaddrinfo", spy)
        web.dial("127.0.0.1", server.getsockname()[1], 5).close()
    assert set(looked_up) <= {"127.0.0.1"}


@pytest.mark.parametrize(
    "to",
    ["http://127.0.0.1/", "http://inside.example/", "//inside.example/a", "file:///etc/hostname", "ftp://hills.example/", "http://a@hills.example/", "javascript:alert(1)"],
)
def test_a_redirect_to_what_must_not_be_asked_is_refused(serve, to):
    net = Net(serve(redirect(to)), inside_example=[["192.168.0.10"]])
    net.names["127.0.0.1"] = [["127.0.0.1"]]
    found = net.fetch("http://hills.example/")
    assert (type(found), found.reason, found.source) == (Rejected, "refused", "http://hills.example/")
    assert len(net.dialled) == 1


def test_redirects_are_followed_and_the_last_address_is_the_page_s(serve):
    server = serve(redirect("/b", "301 Moved"), redirect("http://other.example:8080/c", "307 Temporary"), redirect("d?ä", "308 Permanent"), answer(PAGE))
    net = Net(server)
    page = net.fetch("http://hills.example/a")
    assert (page.url, page.body) == ("http://other.example:8080/d?ä", PAGE)
    assert net.dialled == [(PUBLIC, 80), (PUBLIC, 80), (PUBLIC, 8080), (PUBLIC, 8080)]
    assert b"Host: other.example:8080\r\n" in server.asked[2]


def test_no_more_redirects_are_followed_than_the_limit(serve):
    net = Net(serve(*[redirect(f"/{i}") for i in range(10)]))
    found = net.fetch("http://hills.example/", redirects=3)
    assert (found.reason, found.detail) == ("refused", "more than 3 redirects")
    assert len(net.dialled) == 4


@pytest.mark.parametrize("status", ["404 Not Found", "500 Error", "204 No Content", "304 Not Modified"])
def test_another_status_is_named(serve, status):
    found = Net(serve(answer(status=status))).fetch("http://hills.example/")
    assert (found.reason, found.detail) == ("not-found", f"HTTP status {status[:3]}")


def test_a_compressed_answer_is_decompressed(serve):
    net = Net(serve(answer(gzip.compress(PAGE), headers="Content-Encoding: gzip\r\n")))
    assert net.fetch("http://hills.example/").body == PAGE


def test_an_answer_in_chunks_is_joined(serve):
    chunks = b"".join(f"{len(c):x}\r\n".encode() + c + b"\r\n" for c in (PAGE[:100], PAGE[100:])) + b"0\r\n\r\n"
    net = Net(serve(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks))
    assert net.fetch("http://hills.example/").body == PAGE


def test_an_answer_without_a_length_ends_with_its_connection(serve):
    net = Net(serve(b"HTTP/1.0 200 OK\r\n\r\n" + PAGE))
    assert net.fetch("http://hills.example/").body == PAGE


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(bytes(50_000_000)), "too-large"),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b"a" * 2_000_000, "too-large"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE)[:-12], "damaged"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\n\r\n(\xb5/\xfd", "refused"),
        (answer(PAGE, length=len(PAGE) + 100), "damaged"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\nabc", "damaged"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5_000 + b"\r\n", "not-found"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000 + b"\r\n\r\n", "not-found"),
        (b"220 mail.example ESMTP\r\n", "not-found"),
        (b"", "not-found"),
    ],
)
def test_an_answer_that_is_no_page_is_named(serve, given, reason):
    found = Net(serve(given)).fetch("http://hills.example/", page_bytes=1_000_000, feed_bytes=1_000_000)
    assert (type(found), found.reason) == (Rejected, reason), found


def drip(*, first: bytes) -> Callable[[socket.socket], None]:
    def give(connection: socket.socket) -> None:
        connection.sendall(first)
        for _ in range(100):
            connection.sendall(b"a")
            time.sleep(0.1)

    return give


@pytest.mark.parametrize("first", [b"", b"HTTP/1.1 200 OK\r\nX-", b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n", b"HTTP/1.0 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"])
def test_an_answer_that_drips_is_given_up_when_its_time_is_over(serve, first):
    started = time.monotonic()
    found = Net(serve(drip(first=first))).fetch("http://hills.example/", web_seconds=0.5)
    assert time.monotonic() - started < 3
    assert (type(found), found.reason) == (Rejected, "too-slow")


def test_redirects_share_one_time(serve):
    def late(connection: socket.socket) -> None:
        time.sleep(0.3)
        connection.sendall(redirect("/again"))

    started = time.monotonic()
    found = Net(serve(*[late] * 5)).fetch("http://hills.example/", web_seconds=0.5)
    assert time.monotonic() - started < 3
    assert found.reason == "too-slow"


def test_a_server_that_answers_tls_with_something_else_is_named(serve):
    net = Net(serve(b"HTTP/1.1 400 Bad Request\r\n\r\n"))
    found = net.fetch("https://hills.example/")
    assert (type(found), found.reason) == (Rejected, "not-found")
    assert net.dialled == [(PUBLIC, 443)]


def test_a_name_that_is_not_known_is_named():
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    found = fetch("http://nowhere.example/", resolve=unknown, dial=Net().dial)
    assert (found.reason, "not known" in found.detail) == ("not-found", True)


def test_an_address_as_a_source_gives_its_article_and_that_of_the_page_s_end(serve, monkeypatch):
    net = Net(serve(redirect("/moved"), answer(PAGE)))
    monkeypatch.setattr(fetch, "__kwdefaults__", {**fetch.__kwdefaults__, "resolve": net.resolve, "dial": net.dial})
    (article,) = read_sources(["http://hills.example/truce"])
    assert isinstance(article, Article)
    assert article.url == "http://hills.example/moved"
