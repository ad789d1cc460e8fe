//! Fetching from an encrypted server on this machine, whose certificate comes from an authority that only the tests know.

use ureq::tls::{Certificate, RootCerts, TlsConfig};

use super::encrypted_server::{AUTHORITY, serve};
use super::*;

fn trusting() -> TlsConfig {
    TlsConfig::builder().root_certs(RootCerts::from([Certificate::from_der(AUTHORITY)])).build()
}

fn address(port: u16, path: &str) -> Address {
    Address::typed(&format!("https://127.0.0.1:{port}{path}")).unwrap()
}

#[test]
fn a_site_that_an_unknown_authority_vouches_for_is_refused_and_learns_nothing() {
    let (port, serving) = serve(1, |_| answer("200 OK", HTML, b"<p>Here"));
    let words = fetch(&address(port, "/secret?a=b"), &Limits::default(), &AtomicBool::new(false)).unwrap_err().to_string();
    assert!(
        words.starts_with("127.0.0.1 could not prove that it is the site it says it is (") && words.contains("UnknownIssuer"),
        "{words}"
    );
    assert!(words.ends_with("Look at it in a browser; if you trust it, save the page there and open the file."), "{words}");
    assert_eq!(serving.join().unwrap(), [""], "nothing was asked of it");
}

#[test]
fn a_site_that_a_known_authority_vouches_for_is_read_and_its_way_to_an_open_page_is_not_gone() {
    let open = Server::of(&[("/b", answer("200 OK", HTML, b"<p>Open"))]);
    // Nothing but the port of the open server is known before it stands, so the encrypted one is told it in the path.
    let (port, serving) = serve(2, |path| match path.strip_prefix("/to/") {
        Some(port) => answer("302 Found", &format!("Location: http://127.0.0.1:{port}/b"), b""),
        None => answer("200 OK", HTML, b"<p>Here"),
    });
    let go = |address: &Address| go(address, &Limits::default(), &trusting(), &AtomicBool::new(false));
    assert_eq!(go(&address(port, "/a")).unwrap().bytes, b"<p>Here");
    let open_port = open.address("").rsplit(':').next().unwrap().to_owned();
    let words = go(&address(port, &format!("/to/{open_port}"))).unwrap_err().to_string();
    let expected = format!("https://127.0.0.1:{port}/to/{open_port} sends on to http://127.0.0.1:{open_port}/b, which is not encrypted");
    assert!(words.starts_with(&expected) && words.contains("Type that address, with its http://"), "{words}");
    assert_eq!((serving.join().unwrap().len(), open.asked().len()), (2, 0), "the open page was not asked for");
}
