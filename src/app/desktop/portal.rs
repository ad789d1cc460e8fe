//! The settings portal of Linux desktops (`org.freedesktop.portal.Settings`), which GNOME, KDE and others answer: asked once on a
//! thread of its own, and heard while the program runs. Everything stays on this computer's own bus.

use std::collections::HashMap;
use std::pin::Pin;
use std::sync::atomic::Ordering;

use zbus::export::futures_core::Stream;
use zbus::zvariant::OwnedValue;
use zbus::{Connection, Proxy, connection};

use super::Wishes;

/// Where the wishes stand: what all desktops agreed on, and GNOME's own names from before that.
const NAMESPACES: [&str; 3] = ["org.freedesktop.appearance", "org.gnome.desktop.interface", "org.gnome.desktop.a11y.interface"];

type Settings = HashMap<String, HashMap<String, OwnedValue>>;

/// Listens until the bus goes away. `address` is that of a bus other than the session's; `wake` is called when a wish has changed.
pub(super) fn listen(wishes: &Wishes, address: Option<&str>, wake: &dyn Fn()) {
    // No bus, no portal or an old one: then nobody asks for anything.
    let _ = pollster::block_on(follow(wishes, address, wake));
}

async fn follow(wishes: &Wishes, address: Option<&str>, wake: &dyn Fn()) -> zbus::Result<()> {
    let connection = match address {
        Some(address) => connection::Builder::address(address)?.build().await?,
        None => Connection::session().await?,
    };
    let (name, path) = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop");
    let portal = Proxy::new(&connection, name, path, "org.freedesktop.portal.Settings").await?;
    let mut changes = portal.receive_signal("SettingChanged").await?;
    loop {
        let settings: Settings = portal.call("ReadAll", &(NAMESPACES.as_slice(),)).await?;
        if take(wishes, &settings) {
            wake();
        }
        if std::future::poll_fn(|context| Pin::new(&mut changes).poll_next(context)).await.is_none() {
            return Ok(());
        }
    }
}

/// Takes over what the desktop asks for, and says whether that is something else than before.
fn take(wishes: &Wishes, settings: &Settings) -> bool {
    let value = |namespace: &str, key: &str| settings.get(namespace)?.get(key);
    let number = |namespace: &str, key: &str| value(namespace, key).and_then(|value| u32::try_from(value).ok());
    let is_on = |namespace: &str, key: &str| value(namespace, key).and_then(|value| bool::try_from(value).ok());
    let is_still = number("org.freedesktop.appearance", "reduced-motion") == Some(1)
        || is_on("org.gnome.desktop.interface", "enable-animations") == Some(false);
    let has_contrast = number("org.freedesktop.appearance", "contrast") == Some(1)
        || is_on("org.gnome.desktop.a11y.interface", "high-contrast") == Some(true);
    let was_still = wishes.0.is_still.swap(is_still, Ordering::Relaxed);
    let had_contrast = wishes.0.has_contrast.swap(has_contrast, Ordering::Relaxed);
    was_still != is_still || had_contrast != has_contrast
}
