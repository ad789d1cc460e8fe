//! Fetching from a server on this machine.

mod encrypted;
#[path = "../../tests/common/encrypted.rs"]
mod encrypted_server;
#[path = "../../tests/common/pause.rs"]
mod pause;
#[path = "../../tests/common/server.rs"]
#[allow(dead_code, clippy::expect_used, reason = "other tests use more of it")]
mod server;

use std::io::Write;

use self::pause::pause;
use self::server::{Server, answer};
use super::*;

const HTML: &str = "Content-Type: text/html; charset=utf-8";

fn get(server: &Server, path: &str, limits: Limits) -> Result<Fetched, FetchError> {
    fetch(&Address::typed(&server.address(path)).unwrap(), &limits, &AtomicBool::new(false))
}

#[track_caller]
fn check_refused(server: &Server, path: &str, limits: Limits, beginning: &str, rest: &str) {
    let words = get(server, path, limits).unwrap_err().to_string().replace(&server.address(""), "SITE");
    assert!(words.starts_with(beginning) && words.contains(rest) && words.ends_with('.'), "{words}");
}

fn seconds(seconds: f64) -> Limits {
    Limits { time: Duration::from_secs_f64(seconds), ..Limits::default() }
}

#[test]
fn a_page_comes_with_its_kind_and_nothing_else_is_sent() {
    let server = Server::of(&[("/a?b=c", answer("200 OK", "Content-Type: Text/HTML; charset=\"KOI8-R\"\nSet-Cookie: a=b", b"<p>\xc1"))]);
    let page = get(&server, "/a?b=c#d", Limits::default()).unwrap();
    assert_eq!((page.kind.as_str(), page.charset.as_deref(), page.bytes.as_slice()), ("text/html", Some("KOI8-R"), b"<p>\xc1".as_slice()));
    assert_eq!((page.address.to_string(), page.redirects.len()), (server.address("/a?b=c"), 0));
    let asked = server.asked();
    assert_eq!(asked.len(), 1);
    let mut lines: Vec<&str> = asked[0].trim_end().lines().collect();
    assert_eq!(lines.remove(0), "GET /a?b=c HTTP/1.1");
    let mut names: Vec<String> = lines.iter().map(|line| line.split(':').next().unwrap().to_ascii_lowercase()).collect();
    names.sort();
    assert_eq!(names, ["accept", "accept-encoding", "host", "user-agent"], "{lines:?}");
    assert!(asked[0].contains(AGENT));
}

#[test]
fn redirects_are_followed_one_by_one_told_and_bring_no_cookies() {
    let server = Server::of(&[
        ("/a", answer("301 Moved", "Location: b/c\nSet-Cookie: who=you; Path=/", b"")),
        ("/b/c", answer("302 Found", "Location: /d", b"moved")),
        ("/d", answer("200 OK", HTML, b"<p>Here")),
    ]);
    let page = get(&server, "/a", Limits::default()).unwrap();
    assert_eq!(page.redirects.iter().map(ToString::to_string).collect::<Vec<_>>(), [server.address("/a"), server.address("/b/c")]);
    assert_eq!((page.address.to_string(), page.bytes.as_slice()), (server.address("/d"), b"<p>Here".as_slice()));
    assert_eq!(server.asked_paths(), ["/a", "/b/c", "/d"]);
    assert!(server.asked().iter().all(|head| !head.to_ascii_lowercase().contains("cookie")));
}

#[test]
fn redirects_without_end_or_to_what_is_no_page_are_left() {
    let server = Server::start(|path, connection| {
        let to = match path {
            "/file" => "file:///etc/passwd".to_owned(),
            _ => format!("{path}1"),
        };
        let _ = connection.write_all(&answer("302 Found", &format!("Location: {to}"), b""));
    });
    check_refused(&server, "/a", Limits::default(), "The site sent on 5 times, and SITE/a11111 sends on again.", "copy the address");
    assert_eq!(server.asked().len(), 6);
    check_refused(&server, "/file", Limits::default(), "SITE/file sends on to “file:///etc/passwd”, which was not followed: ", "https://");
}

#[test]
fn a_way_from_an_encrypted_page_to_an_open_one_is_not_gone() {
    let address = Address::typed("https://example.org/a").unwrap();
    let response = Response::builder().status(302).header("Location", "http://example.org/b").body(ureq::Body::builder().data("")).unwrap();
    let words = next(&address, &response).unwrap_err().to_string();
    assert!(words.starts_with("https://example.org/a sends on to http://example.org/b, which is not encrypted"), "{words}");
    let response = Response::builder().status(302).header("Location", "//other.example/b").body(ureq::Body::builder().data("")).unwrap();
    assert_eq!(next(&address, &response).unwrap().unwrap().as_str(), "https://other.example/b");
}

#[test]
fn an_answer_that_is_too_large_is_cut_off_even_where_it_is_packed_or_has_no_end() {
    let small = Limits { bytes: 300_000, ..Limits::default() };
    let server = Server::start(|path, connection| {
        if path == "/long" {
            let _ = connection.write_all(&answer("200 OK", HTML, &vec![b'a'; 300_001]));
        } else if path == "/just" {
            let _ = connection.write_all(&answer("200 OK", HTML, &vec![b'a'; 300_000]));
        } else if path == "/packed" {
            let headers = format!("{HTML}\nContent-Encoding: gzip");
            let _ = connection.write_all(&answer("200 OK", &headers, &packed(100_000_000)));
        } else {
            let _ = connection.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
            while connection.write_all(&[b'a'; 4096]).is_ok() {}
        }
    });
    for path in ["/long", "/packed", "/endless"] {
        check_refused(&server, path, small, &format!("SITE{path} is larger than 0.29 MB"), "Save it in a browser");
    }
    assert_eq!(get(&server, "/just", small).unwrap().bytes.len(), 300_000);
}

/// So many letters "a", packed by gzip: one block whose first letter is repeated in lengths of 258.
fn packed(len: usize) -> Vec<u8> {
    let mut bits = Bits::default();
    bits.put(1, 1);
    bits.put(1, 2);
    // A literal "a" by the fixed code, then copies of 258 letters from one letter before.
    bits.code(0x30 + u32::from(b'a'), 8);
    for _ in 0..len / 258 {
        bits.code(0b1100_0101, 8);
        bits.code(0, 5);
    }
    bits.code(0, 7);
    let mut out = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];
    out.extend(bits.done());
    out.extend([0; 8]);
    out
}

#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    filled: u32,
}

impl Bits {
    /// A number, its least bit first.
    fn put(&mut self, value: u32, count: u32) {
        for at in 0..count {
            if self.filled.is_multiple_of(8) {
                self.bytes.push(0);
            }
            *self.bytes.last_mut().unwrap() |= (((value >> at) & 1) as u8) << (self.filled % 8);
            self.filled += 1;
        }
    }

    /// A code, its greatest bit first.
    fn code(&mut self, value: u32, count: u32) {
        for at in (0..count).rev() {
            self.put((value >> at) & 1, 1);
        }
    }

    fn done(self) -> Vec<u8> {
        self.bytes
    }
}

#[test]
fn a_packed_page_is_unpacked() {
    // "<p>Here" as gzip writes it without packing.
    let page = b"<p>Here";
    let mut body = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 7, 0, 0xf8, 0xff];
    body.extend(page);
    body.extend(crc32(page).to_le_bytes());
    body.extend(7_u32.to_le_bytes());
    let server = Server::of(&[("/", answer("200 OK", &format!("{HTML}\nContent-Encoding: gzip"), &body))]);
    assert_eq!(get(&server, "/", Limits::default()).unwrap().bytes, page);
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

#[test]
fn a_slow_server_is_given_up_in_time_before_and_within_its_answer() {
    let server = Server::start(|path, connection| {
        if path == "/within" {
            let _ = connection.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n<p>");
        }
        pause(20_000);
    });
    for path in ["/before", "/within"] {
        let began = Instant::now();
        check_refused(&server, path, seconds(0.3), "127.0.0.1 took longer than 0.3 seconds", "Try again later");
        assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
    }
}

#[test]
fn the_time_holds_for_all_redirects_together() {
    let server = Server::start(|path, connection| {
        pause(250);
        let _ = connection.write_all(&answer("302 Found", &format!("Location: {path}1"), b""));
    });
    check_refused(&server, "/a", seconds(0.6), "127.0.0.1 took longer than 0.6 seconds", "");
    assert!(server.asked().len() <= 3, "{:?}", server.asked_paths());
}

#[test]
fn what_is_no_article_is_refused_before_it_is_read() {
    let server = Server::start(|_, connection| {
        let _ = connection.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 900000000\r\n\r\n\x89PNG");
    });
    check_refused(&server, "/p.png", Limits::default(), "SITE/p.png is a picture, not an article.", "on which it stands");
}

#[test]
fn what_a_site_answers_instead_of_a_page_is_told() {
    let server = Server::of(&[
        ("/paid", answer("403 Forbidden", HTML, b"no")),
        ("/busy", answer("503 Service Unavailable", HTML, b"no")),
        ("/cut", answer("200 OK", HTML, b"<p>Here").replace_length()),
    ]);
    check_refused(
        &server,
        "/none",
        Limits::default(),
        "SITE/none was not fetched: the site answers that there is no such page (404).",
        "archived",
    );
    check_refused(
        &server,
        "/paid",
        Limits::default(),
        "SITE/paid was not fetched: the site answers that this program may not have it (403)",
        "save",
    );
    check_refused(
        &server,
        "/busy",
        Limits::default(),
        "SITE/busy was not fetched: the site answers that something is wrong with it now (503)",
        "later",
    );
    check_refused(&server, "/cut", Limits::default(), "The answer of 127.0.0.1 broke off", "Try again");
}

trait ReplaceLength {
    fn replace_length(self) -> Vec<u8>;
}

impl ReplaceLength for Vec<u8> {
    /// The same answer, which promises more than it holds.
    fn replace_length(self) -> Vec<u8> {
        String::from_utf8(self).unwrap().replace("Content-Length: 7", "Content-Length: 70").into_bytes()
    }
}

#[test]
fn nobody_at_the_port_a_server_without_encryption_and_no_answer_at_all_are_told_apart() {
    let gone = Server::of(&[]).address("/");
    let get =
        |address: &str| fetch(&Address::typed(address).unwrap(), &Limits::default(), &AtomicBool::new(false)).unwrap_err().to_string();
    // Its port is free again in a moment.
    pause(200);
    assert!(get(&gone).starts_with("127.0.0.1 could not be reached ("), "{}", get(&gone));
    let open = Server::of(&[("/", answer("200 OK", HTML, b"<p>Here"))]);
    let words = get(&open.address("/").replace("http:", "https:"));
    assert!(words.starts_with("127.0.0.1 does not answer encrypted."), "{words}");
    let silent = Server::start(|_, _| {});
    let words = get(&silent.address("/"));
    assert!(words.starts_with("The answer of 127.0.0.1 broke off"), "{words}");
}

#[test]
fn who_stops_it_gets_nothing_and_nothing_more_is_asked() {
    let server = Server::of(&[("/", answer("200 OK", HTML, b"<p>Here"))]);
    let address = Address::typed(&server.address("/")).unwrap();
    assert!(matches!(fetch(&address, &Limits::default(), &AtomicBool::new(true)), Err(FetchError::Cancelled)));
    assert_eq!(server.asked().len(), 0);
    let silent = Server::start(|_, _| pause(20_000));
    let address = Address::typed(&silent.address("/")).unwrap();
    let (is_cancelled, began) = (Arc::new(AtomicBool::new(false)), Instant::now());
    let stopping = Arc::clone(&is_cancelled);
    std::thread::spawn(move || {
        pause(200);
        stopping.store(true, Ordering::Relaxed);
    });
    assert!(matches!(fetch(&address, &Limits::default(), &is_cancelled), Err(FetchError::Cancelled)));
    assert!(began.elapsed() < Duration::from_secs(10), "nobody waits for a server that does not answer");
}
