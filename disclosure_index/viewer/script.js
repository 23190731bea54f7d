"use strict";
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const plain = text => text.normalize("NFKC").toLowerCase();
const cards = one("#cards"), search = one("input[type=search]"), output = one("output");
const selects = all(".bar select"), gapsOnly = one("input[name=gaps]");
const rows = all("#index li").map(li => ({ li, link: one("a", li), text: plain(li.dataset.q || "") + plain(li.textContent) }));
const byCard = new Map(rows.map(row => [row.link.hash.slice(1), row]));
let current = null, places = [], at = -1, blocks = null, hits = [];

// --- filters and search ---

function fits({ li, text }, words) {
  if (gapsOnly.checked && !("gap" in li.dataset)) return false;
  if (!selects.every(({ name, value }) => !value || li.dataset[name] === value)) return false;
  return words.every(word => text.includes(word));
}

function show() {
  const words = plain(search.value).split(/\s+/).filter(Boolean);
  for (const row of rows) row.li.hidden = !fits(row, words);
  for (const group of all(".group")) group.hidden = !one("li:not([hidden])", group);
  for (const framework of all(".framework")) framework.hidden = !one(".group:not([hidden])", framework);
  const filtered = gapsOnly.checked || selects.some(select => select.value);
  for (const chip of all(".chip")) {
    const row = byCard.get(chip.hash.slice(1));
    chip.classList.toggle("faint", filtered && !fits(row, []));
  }
  find(words);
}

// The text of a report is gone through when something is searched, once.
function textBlocks() {
  if (!blocks) {
    blocks = all("p, li, tr, h1, h2, h3, h4, h5, h6, caption, dt, dd, blockquote, figcaption", one("#report"))
      .map(element => ({ element, text: plain(element.textContent) }));
  }
  return blocks;
}

function find(words) {
  for (const element of hits) element.classList.remove("hit");
  hits = [];
  if (words.length) {
    hits = textBlocks().filter(({ text }) => words.every(word => text.includes(word))).map(({ element }) => element)
      .filter(element => !element.closest(".doc").hidden && !element.closest(".chips"));
    for (const element of hits) element.classList.add("hit");
    output.textContent = hits.length ? output.dataset.found.replace("{number}", hits.length) : output.dataset.none;
    at = -1;
  } else output.textContent = "";
}

// --- going about ---

function showDocument(number) {
  for (const doc of all(".doc")) doc.hidden = doc.id !== "doc" + number;
  for (const tab of all(".tab")) tab.setAttribute("aria-pressed", String(tab.dataset.doc === String(number)));
}

function goTo(element) {
  if (!element) return;
  const doc = element.closest(".doc");
  if (doc && doc.hidden) showDocument(doc.id.slice(3));
  for (const before of all(".at")) before.classList.remove("at");
  element.classList.add("at");
  element.scrollIntoView({ block: "center" });
}

// The places of a disclosure in the document that is in sight come first.
function showCard(id, move) {
  const card = document.getElementById(id), row = byCard.get(id);
  if (!card || !row) return;
  for (const other of all(".card")) other.hidden = other !== card;
  cards.hidden = false;
  cards.scrollTop = 0;
  if (current) current.link.removeAttribute("aria-current");
  current = row;
  row.link.setAttribute("aria-current", "true");
  row.link.scrollIntoView({ block: "nearest" });
  places = all(".places a", card).map(a => document.getElementById(a.hash.slice(1))).filter(Boolean)
    .sort((a, b) => a.closest(".doc").hidden - b.closest(".doc").hidden);
  at = 0;
  if (move) goTo(places[0]);
}

function closeCard() {
  if (cards.hidden) return false;
  cards.hidden = true;
  if (current) current.link.focus();
  return true;
}

function step(by) {
  const list = hits.length ? hits : places;
  if (!list.length) return;
  at = (at + by + list.length) % list.length;
  goTo(list[at]);
}

function stepRow(by, wanted = () => true) {
  const shown = rows.filter(row => !row.li.hidden && (wanted(row) || row === current));
  const here = shown.indexOf(current);
  const next = shown[here < 0 ? 0 : Math.min(Math.max(here + by, 0), shown.length - 1)];
  if (next) {
    next.link.focus();
    showCard(next.link.hash.slice(1), true);
  }
}

function clear() {
  search.value = "";
  show();
}

// --- events ---

document.addEventListener("click", event => {
  const link = event.target.closest("a[href^='#']");
  if (!link) return;
  event.preventDefault();
  const id = link.hash.slice(1);
  if (byCard.has(id)) {
    const inText = link.closest("#report");
    showCard(id, !inText);
    if (inText) goTo(link.closest(".tagged"));
  } else goTo(document.getElementById(id));
});
document.addEventListener("keydown", event => {
  const typing = event.target.matches("input[type=search], select");
  if (event.key === "Escape") {
    if (typing && search.value) clear();
    else if (!closeCard()) clear();
    if (typing) event.target.blur();
    return;
  }
  if (typing && event.key === "Enter") { step(1); return; }
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const keys = {
    "/": () => search.focus(), j: () => stepRow(1), k: () => stepRow(-1), n: () => step(1), p: () => step(-1),
    "]": () => stepRow(1, row => "gap" in row.li.dataset), "[": () => stepRow(-1, row => "gap" in row.li.dataset),
    g: () => { gapsOnly.checked = !gapsOnly.checked; show(); },
  };
  if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
});
for (const kind of ["input", "change"]) one(".bar").addEventListener(kind, show);
one("#close").addEventListener("click", closeCard);
for (const tab of all(".tab")) tab.addEventListener("click", () => { showDocument(tab.dataset.doc); show(); });
if (byCard.has(location.hash.slice(1))) showCard(location.hash.slice(1), true);
