/*
 * Says so where the page's program does not run: in an old web view, which cannot parse it, or where it does not arrive.
 * Plain ECMAScript 5 in a file of its own, since it must run where the program cannot, and the page allows no script inside it.
 */
(function () {
  "use strict";

  /** Milliseconds; a program that comes later still takes the page over. */
  var patience = 15000;

  var sentences = [
    ["ja", "点検を始められません", "この画面の部品が届かないか、このExcelの表示部品が古くて動きません。ブックは何も変わっていません。この画面を開き直しても同じときは、次の点検画面をブラウザー（Microsoft Edgeなど）で開いてください。同じ点検ができます。", "ブラウザーの点検画面を開く"],
    ["en", "Tenken cannot start", "A part of this page did not arrive, or this Excel's web view is too old to run it. The workbook is unchanged. If opening the pane again does not help, open the page below in a browser such as Microsoft Edge: it checks the same.", "Open the workbench in the browser"]
  ];

  function add(parent, name, text) {
    var element = document.createElement(name);
    element.appendChild(document.createTextNode(text));
    parent.appendChild(element);
    return element;
  }

  /** The program replaces the waiting sentence with its first picture. */
  function say() {
    var waiting = document.getElementById("waiting");
    if (!waiting) return;
    var page = add(waiting.parentNode, "div", "");
    waiting.parentNode.removeChild(waiting);
    page.setAttribute("role", "alert");
    for (var index = 0; index < sentences.length; index++) {
      var part = add(page, "div", "");
      part.lang = sentences[index][0];
      part.style.margin = "24px";
      add(part, "h1", sentences[index][1]).style.fontSize = "20px";
      add(part, "p", sentences[index][2]);
      var link = add(part, "a", sentences[index][3]);
      link.href = "workbench.html";
      link.target = "_blank";
      link.rel = "noreferrer";
      // To be typed or copied where a link out of the pane does not open.
      add(part, "p", link.href).style.wordWrap = "break-word";
    }
  }

  setTimeout(say, patience);
  window.addEventListener("error", function (event) {
    var file = event.filename || (event.target && event.target.src) || "";
    if (/\/taskpane\.js(?:$|\?)/.test(file)) setTimeout(say, 0);
  }, true);
})();
