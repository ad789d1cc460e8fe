//! An encrypted server on this machine, whose certificate comes from an authority that only the tests know.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;

/// The authority's own certificate.
pub const AUTHORITY: &[u8] = include_bytes!("authority/authority.der");
const SERVER: &[u8] = include_bytes!("authority/server.der");
const KEY: &[u8] = include_bytes!("authority/server-key.der");

/// Serves so many connections, each with the answer to its path; gives its port, and the requests once all were served.
pub fn serve(connections: usize, page: impl Fn(&str) -> Vec<u8> + Send + 'static) -> (u16, std::thread::JoinHandle<Vec<String>>) {
    let key = rustls::pki_types::PrivatePkcs8KeyDer::from(KEY.to_vec()).into();
    let config = rustls::ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![SERVER.to_vec().into()], key)
        .unwrap();
    let (config, listener) = (Arc::new(config), TcpListener::bind("127.0.0.1:0").unwrap());
    let port = listener.local_addr().unwrap().port();
    let serving = std::thread::spawn(move || {
        let mut asked = Vec::new();
        for connection in listener.incoming().take(connections).flatten() {
            let mut stream = rustls::StreamOwned::new(rustls::ServerConnection::new(config.clone()).unwrap(), connection);
            let (mut head, mut byte) = (Vec::new(), [0]);
            // Who does not trust the certificate asks nothing.
            while !head.ends_with(b"\r\n\r\n") && stream.read_exact(&mut byte).is_ok() {
                head.extend(byte);
            }
            let head = String::from_utf8(head).unwrap();
            if let Some(path) = head.split(' ').nth(1) {
                let _ = stream.write_all(&page(path));
                stream.conn.send_close_notify();
                let _ = stream.flush();
            }
            asked.push(head);
        }
        asked
    });
    (port, serving)
}
