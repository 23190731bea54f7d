"use strict";
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const plain = text => text.normalize("NFKC").toLowerCase();
const SVG = "http://www.w3.org/2000/svg";

// The report in one language: its index, its document and its cards.
class View {
  constructor(root) {
    this.root = root;
    this.cards = one(".cards", root);
    this.search = one("input[type=search]", root);
    this.output = one("output", root);
    this.gapsOnly = one("input.gaps", root);
    this.selects = all(".filters select", root);
    this.rows = all(".index li", root).map(li => (
      { li, link: one("a", li), text: plain(li.dataset.q || "") + plain(li.textContent) }));
    this.byCard = new Map(this.rows.map(row => [row.link.hash.slice(1), row]));
    this.current = null;
    this.places = [];
    this.hits = [];
    this.at = -1;
    for (const kind of ["input", "change"]) {
      for (const field of [this.search, this.gapsOnly, ...this.selects]) field.addEventListener(kind, () => this.show());
    }
    one(".close", root).addEventListener("click", () => this.close());
    one(".menu", root).addEventListener("click", () => this.openIndex(!root.classList.contains("indexed")));
    for (const button of all("[data-mode]", one(".tools", root))) {
      button.addEventListener("click", () => this.setMode(button.dataset.mode));
    }
  }

  // --- filters and search ---

  fits({ li, text }, words) {
    if (this.gapsOnly.checked && !("gap" in li.dataset)) return false;
    if (!this.selects.every(({ name, value }) => !value || li.dataset[name] === value)) return false;
    return words.every(word => text.includes(word));
  }

  show() {
    const words = plain(this.search.value).split(/\s+/).filter(Boolean);
    for (const row of this.rows) row.li.hidden = !this.fits(row, words);
    for (const group of all(".group", this.root)) group.hidden = !one("li:not([hidden])", group);
    for (const part of all(".framework", this.root)) part.hidden = !one(".group:not([hidden])", part);
    const filtered = this.gapsOnly.checked || this.selects.some(select => select.value);
    for (const link of all(".report .chip, .tags a", this.root)) {
      const row = this.byCard.get(link.getAttribute("href").slice(1));
      link.classList.toggle("faint", Boolean(filtered && row && !this.fits(row, [])));
    }
    this.find(words);
  }

  // The text of a report is gone through when something is searched, once.
  get blocks() {
    const kinds = "p, li, tr, h1, h2, h3, h4, h5, h6, caption, dt, dd, blockquote, figcaption";
    const own = element => [...element.childNodes].filter(node => !(node.matches && node.matches(".chips")))
      .map(node => node.textContent).join(" ");
    this.texts ||= all(kinds, one(".doc", this.root)).filter(element => !element.closest(".rail"))
      .map(element => ({ element, text: plain(own(element)) }));
    return this.texts;
  }

  find(words) {
    for (const element of this.hits) element.classList.remove("hit");
    for (const mark of all(".hits", this.root)) mark.remove();
    this.hits = [];
    this.at = -1;
    const { found, none } = this.output.dataset;
    if (words.length) {
      this.hits = this.blocks.filter(({ text }) => words.every(word => text.includes(word))).map(({ element }) => element);
      for (const element of this.hits) {
        element.classList.add("hit");
        this.draw(element, "hits");
      }
    }
    this.output.textContent = words.length ? (this.hits.length ? found.replace("{number}", this.hits.length) : none) : "";
  }

  // --- pages ---

  setMode(mode) {
    this.root.dataset.mode = mode;
    for (const button of all(".tools [data-mode]", this.root)) {
      button.setAttribute("aria-pressed", String(button.dataset.mode === mode));
    }
    if (this.marked) this.goTo(this.marked);
  }

  sheetOf(element) {
    const [number] = (element.dataset.boxes || "").split(" ");
    return number ? document.getElementById(`s${this.root.id.slice(1)}-${number}`) : null;
  }

  // Draws where a passage stands on the picture of its page; returns the drawing, if it is known.
  draw(element, name) {
    const sheet = this.sheetOf(element), picture = sheet && one("svg", sheet);
    if (!picture) return null;
    const boxes = element.dataset.boxes.split(" ").slice(1);
    const group = document.createElementNS(SVG, "g");
    group.classList.add(name);
    for (const box of boxes) {
      const [x, y, width, height] = box.split(","), rect = document.createElementNS(SVG, "rect");
      for (const [key, value] of Object.entries({ x, y, width, height, rx: 2 })) rect.setAttribute(key, value);
      group.append(rect);
    }
    picture.prepend(group);
    return group;
  }

  // --- going about ---

  goTo(element) {
    if (!element) return;
    for (const before of all(".at", this.root)) before.classList.remove("at");
    for (const before of all(".here", this.root)) before.remove();
    this.marked = element;
    element.classList.add("at");
    const drawn = this.draw(element, "here");
    const said = element.closest(".said:not(.bare)");
    const page = said && this.root.dataset.mode === "pages" && said.previousElementSibling;
    if (page) page.style.contentVisibility = "visible"; // what is drawn on a page that was never in sight has no place yet
    const target = page ? drawn || page : element, tall = target.getBoundingClientRect().height > innerHeight / 2;
    target.scrollIntoView({ block: tall ? "start" : "center" });
    this.openIndex(false);
  }

  // Shows a card and, where `move`, the first place of it in this document. `opener` is the link in the text or in the
  // bar that it was opened by: the focus goes to the card, and back when it is closed.
  showCard(id, move, opener = null) {
    const card = document.getElementById(id), row = this.byCard.get(id);
    if (!card) return;
    for (const other of all(".card", this.root)) other.hidden = other !== card;
    this.cards.hidden = false;
    this.cards.scrollTop = 0;
    if (this.current) this.current.link.removeAttribute("aria-current");
    this.current = row || null;
    this.opener = opener;
    if (opener) card.focus({ preventScroll: true });
    this.at = 0;
    this.places = all(".places a", card).map(a => document.getElementById(a.hash.slice(1)))
      .filter(element => element && this.root.contains(element));
    if (row) {
      row.link.setAttribute("aria-current", "true");
      row.link.scrollIntoView({ block: "nearest" });
    }
    if (move) this.goTo(this.places[0]);
    this.openIndex(false);
  }

  close() {
    if (this.cards.hidden) return false;
    this.cards.hidden = true;
    const back = this.opener || (this.current && this.current.link);
    if (back) back.focus();
    this.opener = null;
    return true;
  }

  openIndex(open) {
    this.root.classList.toggle("indexed", open);
    one(".menu", this.root).setAttribute("aria-expanded", String(open));
  }

  step(by) {
    const list = this.hits.length ? this.hits : this.places;
    if (!list.length) return;
    this.at = (this.at + by + list.length) % list.length;
    this.goTo(list[this.at]);
  }

  stepRow(by, wanted = () => true) {
    const shown = this.rows.filter(row => !row.li.hidden && (wanted(row) || row === this.current));
    const here = shown.indexOf(this.current);
    const next = shown[here < 0 ? 0 : Math.min(Math.max(here + by, 0), shown.length - 1)];
    if (next) {
      next.link.focus();
      this.showCard(next.link.hash.slice(1), true);
    }
  }

  clear() {
    this.search.value = "";
    this.show();
  }
}
