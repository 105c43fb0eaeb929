/**
 * The page that stands for Excel on the web: a frame for the pane, and a post office between it and the test. The name of
 * the frame holds what Office.js needs when it starts (measured with office-js 1.1.110).
 */
export const parentPage = `<!doctype html>
<html lang="ja"><meta charset="utf-8"><title>Excel (stand-in)</title>
<link rel="icon" href="data:,">
<style>html,body{margin:0;height:100%;overflow:hidden}iframe{border:0;width:100%;height:100%}</style>
<body><script>
let pane;
addEventListener("message", async ({ source, data }) => {
  if (pane === undefined || source !== pane.contentWindow || typeof data !== "string") return;
  const reply = await fetch("/host", { method: "POST", body: data });
  if (reply.status === 200) source.postMessage(await reply.text(), "*");
});
addEventListener("to-pane", ({ detail }) => pane?.contentWindow.postMessage(detail, "*"));
addEventListener("close-pane", () => pane?.remove());
addEventListener("open-pane", ({ detail }) => {
  pane?.remove();
  pane = document.createElement("iframe");
  pane.name = detail.name;
  pane.src = detail.source;
  document.body.append(pane);
});
</script></body></html>`;
