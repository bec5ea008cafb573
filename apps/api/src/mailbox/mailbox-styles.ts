export const mailboxStyles = `
:root{color-scheme:light dark;--paper:#fbf8f3;--card:#fff;--ink:#22271f;--soft:#5a5d52;--line:#e3dccf;--green:#1f5c4a}
@media (prefers-color-scheme:dark){:root{--paper:#151917;--card:#1d2320;--ink:#edeae2;--soft:#b3b6ab;--line:#333b36;--green:#86cdb3}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif}
main{max-width:860px;margin:0 auto;padding:24px 16px}
h1{font-size:24px;line-height:1.3;margin:0 0 8px;overflow-wrap:anywhere}
a{color:var(--green)}
a:focus-visible{outline:3px solid var(--green);outline-offset:2px}
header{display:flex;justify-content:space-between;align-items:baseline;gap:16px}
.note,.who,time{color:var(--soft);font-size:14px}
.mails{list-style:none;margin:0;padding:0;background:var(--card);border:1px solid var(--line);border-radius:8px}
.mails li+li{border-top:1px solid var(--line)}
.mails a{display:grid;grid-template-columns:1fr auto;gap:0 16px;padding:12px 16px;text-decoration:none;color:inherit}
.mails a:hover .subject{text-decoration:underline}
.subject{grid-column:1/-1;font-weight:600;overflow-wrap:anywhere}
.who{overflow-wrap:anywhere}
.empty{padding:32px 16px;background:var(--card);border:1px solid var(--line);border-radius:8px;text-align:center}
dl{margin:0 0 16px}
dl div{display:flex;gap:8px}
dt{flex:0 0 84px;color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
nav{display:flex;gap:4px;margin:0 0 -1px}
nav a{padding:8px 16px;border:1px solid var(--line);border-radius:8px 8px 0 0;text-decoration:none}
nav a[aria-current]{background:var(--card);border-bottom-color:var(--card);font-weight:600}
iframe,pre{width:100%;margin:0;background:var(--card);border:1px solid var(--line);border-radius:0 8px 8px 8px}
iframe{height:75vh}
pre{padding:16px;white-space:pre-wrap;overflow-wrap:anywhere;font:14px/1.5 ui-monospace,Menlo,Consolas,monospace}
form{margin-top:24px}
label{display:block;margin-bottom:4px}
textarea{width:100%;padding:8px;font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:8px}
button{margin-top:8px;padding:8px 16px;font:inherit;font-weight:600;color:var(--paper);background:var(--green);border:0;border-radius:8px;cursor:pointer}
@media (max-width:480px){.mails a{grid-template-columns:1fr}}
`.trim();
