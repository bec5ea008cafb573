/** Loads no external resources. */
export const style = `
:root{color-scheme:light dark;--paper:#fbf8f3;--card:#fff;--ink:#22271f;--soft:#5a5d52;--line:#e3dccf;--green:#1f5c4a;--bad:#9c1c1c}
@media (prefers-color-scheme:dark){:root{--paper:#151917;--card:#1d2320;--ink:#edeae2;--soft:#b3b6ab;--line:#333b36;--green:#86cdb3;--bad:#ff9b93}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif}
main{max-width:640px;margin:0 auto;padding:24px 16px}
h1{font-size:24px;line-height:1.3;margin:0 0 8px}
a{color:var(--green)}
:focus-visible{outline:3px solid var(--green);outline-offset:2px}
header{display:flex;justify-content:space-between;align-items:baseline;gap:16px}
.note,.meta,time{color:var(--soft);font-size:14px}
.phones,.texts{list-style:none;margin:0;padding:0}
.texts{margin-top:16px}
.phones{background:var(--card);border:1px solid var(--line);border-radius:8px}
.phones li+li{border-top:1px solid var(--line)}
.phones a{display:grid;grid-template-columns:1fr auto;gap:0 16px;padding:12px 16px;text-decoration:none;color:inherit}
.phones a:hover .number{text-decoration:underline}
.number{font-weight:600}
.last{grid-column:1/-1;color:var(--soft);white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.empty{padding:32px 16px;background:var(--card);border:1px solid var(--line);border-radius:8px;text-align:center}
.texts li{max-width:85%;margin:0 0 16px}
.texts .out{margin-left:auto;text-align:right}
.texts p{display:inline-block;margin:0;padding:8px 16px;text-align:left;white-space:pre-wrap;overflow-wrap:anywhere;background:var(--card);border:1px solid var(--line);border-radius:16px 16px 16px 4px}
.texts .out p{color:var(--paper);background:var(--green);border-color:var(--green);border-radius:16px 16px 4px}
.texts .meta{display:block}
.bad{color:var(--bad)}
form{margin-top:24px}
label{display:block;margin-bottom:4px}
input,textarea{width:100%;padding:8px;font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:8px}
button{margin-top:8px;padding:8px 16px;font:inherit;font-weight:600;color:var(--paper);background:var(--green);border:0;border-radius:8px;cursor:pointer}
.keywords{display:flex;flex-wrap:wrap;gap:0 8px;margin-top:8px}
.keywords button{color:var(--green);background:none;border:1px solid var(--green)}
.refusal{margin:0 0 16px;padding:8px 16px;color:var(--bad);border:1px solid var(--bad);border-radius:8px}
@media (max-width:480px){.phones a{grid-template-columns:1fr}}
`.trim();
