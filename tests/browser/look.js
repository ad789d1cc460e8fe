// Looks at a report as a reader's browser has it, and writes what it finds as the only text of the page.
(async () => {
    const faults = [];
    const say = (what, of) => faults.push(`${what}: ${(of && of.outerHTML || String(of)).slice(0, 160)}`);
    // Every link inside the page has its place, and leads there. A browser goes to no more than 200 places in a while, so not each is tried.
    const tried = new Set();
    for (const link of document.querySelectorAll('a[href^="#"]')) {
        const target = link.getAttribute('href');
        const place = document.getElementById(target.slice(1));
        if (!place) { say('leads nowhere', link); continue; }
        if (tried.size === 150 || tried.has(target)) continue;
        tried.add(target);
        location.hash = target;
        if (document.querySelector(':target') !== place) say('does not lead to its place', link);
    }
    // From each number in the text to its note, and from each note back to a number in the text.
    const to = new Set();
    for (const ref of document.querySelectorAll('a.ref')) to.add(ref.getAttribute('href'));
    for (const back of document.querySelectorAll('a.back')) {
        const ref = document.getElementById(back.getAttribute('href').slice(1));
        const note = back.closest('.note');
        if (!ref || ref.getAttribute('href') !== '#' + note.id) say('does not lead back', back);
        to.delete('#' + note.id);
    }
    for (const note of to) say('no way back from', note);
    // Everything that is a link or a control can be reached by keyboard and says what it is.
    for (const control of document.querySelectorAll('a, input, summary')) {
        if (control.tabIndex < 0) say('not reached by keyboard', control);
        const name = control.getAttribute('aria-label') || control.textContent.trim() || (control.labels && control.labels.length);
        if (!name) say('has no name', control);
    }
    for (const image of document.querySelectorAll('svg, img')) {
        if (!image.hasAttribute('aria-hidden') && !image.hasAttribute('hidden') && !image.hasAttribute('aria-label') && !image.querySelector('title')) say('a picture without words', image);
    }
    // Words stand out from what is behind them: 4.5 to 1, large ones 3 to 1 (WCAG 2.2, 1.4.3).
    const channel = value => { value /= 255; return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; };
    const light = ([red, green, blue]) => 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
    const colour = words => (words.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);
    const behind = element => {
        for (let at = element; at; at = at.parentElement) {
            const found = colour(getComputedStyle(at).backgroundColor);
            if (found.length === 3 || found[3] === 1) return found;
        }
        return [255, 255, 255];
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.textContent.trim() || !element.getClientRects().length || element.closest('script, style')) continue;
        const style = getComputedStyle(element);
        // Words of a drawing have the colour that they are filled with.
        const own = element.namespaceURI.endsWith('/svg') ? style.fill : style.color;
        const [one, two] = [light(colour(own)), light(behind(element))];
        const contrast = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
        const size = parseFloat(style.fontSize);
        const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
        if (contrast < least) say(`contrast ${contrast.toFixed(2)}`, element);
    }
    // Nothing is wider than the window.
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) say('wider than the window', root.scrollWidth + ' of ' + root.clientWidth);
    // Nothing was loaded beside the file itself.
    for (const loaded of performance.getEntriesByType('resource')) say('loaded', loaded.name);
    let checked = 'without axe';
    if (window.axe) {
        const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
        for (const violation of found.violations) for (const node of violation.nodes) faults.push(`axe ${violation.id}: ${node.html.slice(0, 160)}`);
        checked = 'with axe';
    }
    const told = { links: document.querySelectorAll('a[href^="#"]').length, checked, faults };
    document.body.textContent = 'FOUND' + JSON.stringify(told) + 'END';
})();
