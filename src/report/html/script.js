"use strict";
// The page is complete without this: it adds steps from finding to finding, and opens what a link leads to.
const steps = document.querySelector(".steps");
steps.hidden = false;
steps.addEventListener("click", (event) => {
  const step = Number(event.target.dataset.step);
  const all = [...document.querySelectorAll(".document .claim.fails, .document .claim.varies")];
  const shown = all.filter((claim) => claim.checkVisibility());
  if (!step || shown.length === 0) return;
  const at = shown.indexOf(document.activeElement);
  const next = at < 0 && step < 0 ? shown.length - 1 : (at + step + shown.length) % shown.length;
  shown[next].tabIndex = -1;
  shown[next].focus();
});
// A finding that a filter hides is shown when somebody asks for it.
addEventListener("hashchange", () => {
  const claim = document.getElementById(location.hash.slice(1));
  if (!claim || claim.checkVisibility()) return;
  document.getElementById("show-everything").checked = true;
  claim.scrollIntoView();
});
