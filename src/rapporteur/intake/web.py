"""One page from the web, asked for so that no page can make this machine ask its own network.

An address is resolved once, every answer must be a public one, and the connection goes to the very
answer that was checked: a name that resolves differently the second time (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from rapporteur.intake.compression import UnknownEncoding, decoded
from rapporteur.intake.http_message import Response
from rapporteur.intake.limits import LIMITS, Limits
from rapporteur.intake.streams import CHUNK, DamagedStream, Overgrown
from rapporteur.record import Rejected

Resolve = Callable[[str, int], list[str]]
Dial = Callable[[str, int, float], socket.socket]

_HEADERS = {
    "User-Agent": "rapporteur (reads one page for its reader)",
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,text/plain;q=0.8,*/*;q=0.5",
    "Accept-Encoding": "gzip, identity",
    "Connection": "close",
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PORTS = {"http": 80, "https": 443}


class Page(NamedTuple):
    """What an address answered: where it was found in the end, its bytes, and the charset that the header declares."""

    url: str
    body: bytes
    charset: str | None


class Refused(Exception):
    """An address that must not be asked."""


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system resolves them."""
    return [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def dial(address: str, port: int, seconds: float) -> socket.socket:
    """A connection to an address that was checked."""
    return socket.create_connection((address, port), timeout=seconds)


def fetch(url: str, *, limits: Limits = LIMITS, resolve: Resolve = resolve, dial: Dial = dial) -> Page | Rejected:
    """The page at `url` behind at most `limits.redirects` redirects, or why it is not given."""
    ends = time.monotonic() + limits.web_seconds
    at = url
    try:
        for _ in range(limits.redirects + 1):
            response = _ask(at, ends, limits, resolve, dial)
            if response.status not in _REDIRECTS or "location" not in response.headers:
                return _page(url, at, response, limits)
            at = urljoin(at, _unicode(response.headers["location"]))
        return Rejected(url, "refused", f"more than {limits.redirects} redirects")
    except Refused as fault:
        return Rejected(url, "refused", str(fault))
    except TimeoutError:
        return Rejected(url, "too-slow", f"no whole answer within {limits.web_seconds:g} s")
    except Overgrown as fault:
        return Rejected(url, "too-large", str(fault))
    except DamagedStream as fault:
        return Rejected(url, "damaged", str(fault))
    except http.client.IncompleteRead as fault:
        return Rejected(url, "damaged", f"the answer ends too early: {fault}")
    except (OSError, http.client.HTTPException, UnicodeError, ValueError) as fault:
        return Rejected(url, "not-found", f"{type(fault).__name__}: {fault}"[:300])


def _page(asked: str, at: str, response: Response, limits: Limits) -> Page | Rejected:
    if response.status != 200:
        return Rejected(asked, "not-found", f"HTTP status {response.status}")
    try:
        body = decoded(response.body, response.headers.get("content-encoding"), limits)
    except UnknownEncoding as fault:
        return Rejected(asked, "refused", f"{fault} is not read")
    return Page(at, body, response.charset)


def _ask(url: str, ends: float, limits: Limits, resolve: Resolve, dial: Dial) -> Response:
    parts = urlsplit(url)
    host, port = _host(parts), parts.port or _PORTS.get(parts.scheme, 0)
    address = _public(host, port, resolve)
    sock = _secured(dial(address, port, _left(ends)), parts.scheme, host, ends)
    connection = http.client.HTTPConnection(host, port)
    connection.sock = _Timed(sock, ends)
    try:
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (f"?{quote(parts.query, safe='%/:@!$&()*+,;=~-._?[]')}" if parts.query else "")
        connection.request("GET", path, headers={"Host": parts.netloc.rpartition("@")[2], **_HEADERS})
        answer = connection.getresponse()
        headers = {name.lower(): value for name, value in answer.getheaders()}
        body = b"" if answer.status in _REDIRECTS else _body(answer, limits)
        return Response(answer.status, headers, body)
    finally:
        connection.close()
        sock.close()


def _unicode(header: str) -> str:
    """A header as its sender means it: http.client reads Latin-1, addresses that are not escaped are UTF-8."""
    return header.encode("latin-1", "replace").decode("utf-8", "replace")


def _host(parts: SplitResult) -> str:
    if parts.scheme not in _PORTS:
        raise Refused(f"{parts.scheme or 'no'} scheme: only http and https are asked")
    if parts.username is not None or parts.password is not None:
        raise Refused("an address with a user's name in it")
    if not parts.hostname:
        raise Refused("an address without a host")
    return parts.hostname.encode("idna").decode("ascii") if not parts.hostname.isascii() else parts.hostname


def _public(host: str, port: int, resolve: Resolve) -> str:
    """The address to connect to; Refused where any answer is not a public one."""
    answers = resolve(host, port)
    if not answers:
        raise Refused(f"{host} has no address")
    for answer in answers:
        if not _is_public(ip_address(answer.partition("%")[0])):
            raise Refused(f"{host} is {answer}, which is not a public address")
    return answers[0]


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    """Anybody's machine may be there. `is_global` alone calls the old site-local and IPv4-compatible addresses so too."""
    if isinstance(address, IPv6Address):
        if address in _NAT64:
            return _is_public(IPv4Address(int(address) & 0xFFFFFFFF))
        # an IPv4 address in the dress of IPv6: 6to4, Teredo (a mapped one is outside the unicast network)
        inside = [address.sixtofour, *(address.teredo or ())]
        if address not in _UNICAST or any(i is not None and not i.is_global for i in inside):
            return False
    return address.is_global and not address.is_multicast and not any(address in network for network in _NOT_EVERYWHERE)


# Set aside, and called global by the Pythons that are older than that.
_NOT_EVERYWHERE = (ip_network("192.0.0.0/24"), ip_network("192.88.99.0/24"), ip_network("3fff::/20"))
_UNICAST = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")


class _Timed:
    """What http.client needs of a socket, with every wait bounded by one moment.

    A socket's own time is that of each wait: an answer of one byte a second would never be late.
    """

    def __init__(self, sock: socket.socket, ends: float) -> None:
        self._sock, self._ends = sock, ends

    def sendall(self, data: bytes) -> None:
        self._sock.settimeout(_left(self._ends))
        self._sock.sendall(data)

    def makefile(self, *_: object) -> io.BufferedReader:
        return io.BufferedReader(_Incoming(self._sock, self._ends), CHUNK)

    def close(self) -> None:
        """Nothing: http.client closes before it reads the body; whoever dialled closes the socket."""


class _Incoming(io.RawIOBase):
    def __init__(self, sock: socket.socket, ends: float) -> None:
        self._sock, self._ends = sock, ends

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        self._sock.settimeout(_left(self._ends))
        return self._sock.recv_into(buffer)


def _secured(sock: socket.socket, scheme: str, host: str, ends: float) -> socket.socket:
    if scheme == "http":
        return sock
    try:
        sock.settimeout(_left(ends))
        return ssl.create_default_context().wrap_socket(sock, server_hostname=host)
    except BaseException:
        sock.close()
        raise


def _body(answer: http.client.HTTPResponse, limits: Limits) -> bytes:
    most = max(limits.page_bytes, limits.feed_bytes)
    data = bytearray()
    while chunk := answer.read1(CHUNK):
        data += chunk
        if len(data) > most:
            raise Overgrown(f"the answer has more than {most:,} bytes")
    if answer.length:
        raise DamagedStream(f"the answer ends {answer.length:,} bytes too early")
    return bytes(data)


def _left(ends: float) -> float:
    left = ends - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
