// What a reader ticks and comments on: kept by the browser where it can, and saved as a workbook.

// What no cell can hold, and what Excel would read as the number of a character.
const fit = text => text.replace(/\r\n?/g, "\n").replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ufffe\uffff]/g, "")
  .replace(/\p{Surrogate}/gu, "").replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
const shown = text => text.replace(/_x005F_(?=x[0-9A-Fa-f]{4}_)/g, "_");

class Review {
  constructor(root) {
    this.root = root;
    this.data = JSON.parse(one("script.rows", root).textContent);
    this.key = "disclosure-index review | " + this.data.key + " | ";
    this.ids = ["sheet", "id", "digests", ...this.data.kept.slice(3), ...this.data.computed];
    this.forms = new Map(all("form.review", root).map(form => [form.dataset.uid, form]));
    this.typed = this.read();
    for (const [uid, form] of this.forms) {
      form.addEventListener("input", () => { this.take(uid, form); for (const other of reviews) other.show(); });
      form.addEventListener("submit", event => event.preventDefault());
    }
    one("button.save", root).addEventListener("click", () => this.save());
  }

  // What is kept: of a comment for the whole report, of a tick for the document that was looked at.
  places() { return { note: this.key + "notes", reviewed: this.key + this.data.document }; }

  read() {
    const found = {};
    for (const [name, place] of Object.entries(this.places())) {
      try { found[name] = JSON.parse(kept.get(place) || "{}"); } catch { found[name] = {}; }
    }
    return found;
  }

  exported(uid, column) { return this.data.rows[uid][this.ids.indexOf(column)]; }

  take(uid, form) {
    this.typed = this.read();
    const values = { note: one(".note", form).value, reviewed: one(".reviewed", form).checked };
    const before = { note: shown(this.exported(uid, "note")), reviewed: this.exported(uid, "reviewed") !== "" };
    for (const [name, place] of Object.entries(this.places())) {
      if (values[name] === before[name]) delete this.typed[name][uid];
      else this.typed[name][uid] = { text: values[name], saved: false };
      kept.set(place, JSON.stringify(this.typed[name]));
    }
  }

  changed() {
    const known = Object.values(this.typed).flatMap(Object.keys);
    return Object.keys(this.data.rows).filter(uid => known.includes(uid));
  }

  unsaved() {
    return new Set(Object.values(this.typed).flatMap(own =>
      Object.entries(own).filter(([uid, { saved }]) => !saved && uid in this.data.rows).map(([uid]) => uid))).size;
  }

  show() {
    this.typed = this.read();
    for (const [uid, form] of this.forms) {
      const { note, reviewed } = this.typed;
      const text = uid in note ? note[uid].text : shown(this.exported(uid, "note"));
      if (one(".note", form).value !== text) one(".note", form).value = text;
      one(".reviewed", form).checked = uid in reviewed ? reviewed[uid].text : this.exported(uid, "reviewed") !== "";
      const link = one(`.index a[href="#${form.closest(".card").id}"]`, this.root);
      link.classList.toggle("ticked", one(".reviewed", form).checked);
      link.classList.toggle("noted", text !== "");
    }
    const button = one("button.save", this.root), number = this.unsaved(), count = one("b", button);
    count.hidden = !number;
    count.textContent = number;
    button.disabled = !this.changed().length;
    const said = kept.lasts ? button.dataset.kept : button.dataset.lost;
    one(".unsaved", this.root).textContent = number ? said.replace("{number}", number) : "";
  }

  // The rows that were changed, each as it was exported but for what was typed.
  workbook() {
    const { columns, heads, widths, mark, kept: keptHeads, facts, meta, cells, yes } = this.data;
    const value = (uid, column) => {
      if (column === "note" && uid in this.typed.note) return fit(this.typed.note[uid].text);
      if (column === "reviewed" && uid in this.typed.reviewed) return this.typed.reviewed[uid].text ? yes : "";
      return this.exported(uid, column);
    };
    const bySheet = new Map();
    for (const uid of this.changed()) {
      const name = this.exported(uid, "sheet");
      bySheet.set(name, [...bySheet.get(name) || [], uid]);
    }
    const looks = columns.map((id, n) => ({ width: widths[n], hidden: id === "id" }));
    const styles = columns.map(id => id === "note" || id === "reviewed" ? 3 : 2);
    const sheets = [...bySheet].map(([name, uids]) => ({
      name, columns: looks, frozen: 2,
      rows: [
        { texts: columns.map(id => mark + id), hidden: true }, { texts: heads, styles },
        ...uids.map(uid => ({ texts: columns.map(id => value(uid, id)) })),
      ],
    }));
    const exported = this.changed().map(uid => ({ texts: this.data.rows[uid].slice(0, keptHeads.length) }));
    const about = [...facts.map(texts => ({ texts })), { texts: [] }, { texts: keptHeads }, ...exported];
    return workbook([...sheets, { name: meta, hidden: true, rows: about }, { name: cells, hidden: true, rows: [] }]);
  }

  save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(this.workbook());
    link.download = this.data.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    for (const [name, place] of Object.entries(this.places())) {
      for (const uid of Object.keys(this.typed[name])) this.typed[name][uid].saved = true;
      kept.set(place, JSON.stringify(this.typed[name]));
    }
    for (const review of reviews) review.show();
  }
}

// What the browser keeps; where it keeps nothing, what is typed lasts as long as the page.
const kept = {
  lasts: true, own: new Map(),
  get(key) {
    try { if (this.lasts) return localStorage.getItem(key); } catch { this.lasts = false; }
    return this.own.get(key);
  },
  set(key, text) {
    this.own.set(key, text);
    try { localStorage.setItem(key, text); } catch { this.lasts = false; }
  },
};
kept.set("disclosure-index", "1");
const reviews = [];
reviews.push(...all(".view").map(root => new Review(root)));
for (const review of reviews) review.show();
window.addEventListener("storage", () => { for (const review of reviews) review.show(); });
window.addEventListener("beforeunload", event => {
  if (!kept.lasts && reviews.some(review => review.unsaved())) event.preventDefault();
});
