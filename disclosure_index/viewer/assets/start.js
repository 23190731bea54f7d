// The views, and what is clicked and pressed anywhere.
const views = all(".view").map(root => new View(root));
const seen = () => views.find(view => !view.root.hidden);

function switchTo(view) {
  for (const other of views) other.root.hidden = other !== view;
  document.documentElement.lang = view.root.lang;
}

function follow(link) {
  const target = document.getElementById(link.hash ? link.hash.slice(1) : link.getAttribute("href").slice(1));
  if (!target) return;
  const view = views.find(view => view.root.contains(target));
  if (view.root.hidden) switchTo(view);
  if (!target.matches(".card")) return view.goTo(target);
  const from = link.closest(".report");
  const opener = from || target.id.startsWith("f") ? link : null;
  view.showCard(target.id, !opener, opener);
  const sheet = from && link.closest(".sheet"), tagged = from && link.closest(".tagged");
  if (tagged) view.goTo(tagged);
  else if (sheet) view.goTo(view.places.find(place => view.sheetOf(place) === sheet));
}

document.addEventListener("click", event => {
  const link = event.target.closest("a");
  if (link && (link.getAttribute("href") || "").startsWith("#")) {
    event.preventDefault();
    follow(link);
  }
  const more = event.target.closest(".more");
  if (more) {
    const open = more.getAttribute("aria-expanded") !== "true";
    more.setAttribute("aria-expanded", String(open));
    more.nextElementSibling.hidden = !open;
  }
  const to = event.target.closest("[data-to]");
  if (to) {
    const view = views.find(view => view.root.id === "v" + to.dataset.to);
    switchTo(view);
    one(`[data-to="${to.dataset.to}"]`, view.root).focus();
  }
  for (const keys of all(".keys[open]")) if (!keys.contains(event.target)) keys.open = false;
});
document.addEventListener("keydown", event => {
  const view = seen(), typing = event.target.matches("input[type=search], select, textarea");
  if (event.key === "Escape") {
    if (event.target === view.search && view.search.value) view.clear();
    else if (!event.target.matches("textarea") && !view.close()) view.clear();
    if (typing) event.target.blur();
    return;
  }
  if (event.target === view.search && event.key === "Enter") return view.step(event.shiftKey ? -1 : 1);
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const gap = row => "gap" in row.li.dataset;
  const keys = {
    "/": () => view.search.focus(), j: () => view.stepRow(1), k: () => view.stepRow(-1), n: () => view.step(1),
    p: () => view.step(-1), "]": () => view.stepRow(1, gap), "[": () => view.stepRow(-1, gap),
    g: () => { view.gapsOnly.checked = !view.gapsOnly.checked; view.show(); },
  };
  if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
});
const wanted = document.getElementById(location.hash.slice(1));
if (wanted && wanted.matches(".card")) follow({ hash: location.hash, closest: () => null });
