/// <reference types="office-js" />

/** Knows whether the user sees the pane: its page goes on after the pane was closed (shared runtime). */
export class PaneVisibility {
  #isShown = true;

  constructor() {
    // An Excel without shared runtimes refuses, and ends the page with its pane.
    Office.addin.onVisibilityModeChanged(({ visibilityMode }) => (this.#isShown = visibilityMode !== Office.VisibilityMode.hidden)).catch(() => undefined);
  }

  get isShown(): boolean {
    return this.#isShown;
  }
}
