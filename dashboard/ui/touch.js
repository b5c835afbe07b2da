// Plotly selects a mark only if a hover came first, which a finger never makes: the first tap would only
// show the hover text. So a touch on a chart is told to Plotly as a mouse over that spot before the tap ends.
if (!window.trackerTouch) {
  window.trackerTouch = true;
  document.addEventListener("touchstart", (event) => {
    const target = event.target;
    if (!target.closest || !target.closest(".js-plotly-plot")) return;
    const { clientX, clientY } = event.touches[0];
    target.dispatchEvent(new MouseEvent("mousemove", { clientX, clientY, bubbles: true }));
  }, { capture: true, passive: true });
}
