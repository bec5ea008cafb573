/** Loads no external resources. */
export const style = `
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#1a1f36;background:#f6f8fa}
.pretend{margin:0;padding:.6rem 1rem;background:#7a2e00;color:#fff;text-align:center;font-weight:600}
main{display:grid;grid-template-columns:minmax(0,1fr);gap:1.5rem;max-width:62rem;margin:0 auto;padding:1.5rem 1rem 3rem}
@media(min-width:52rem){main{grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:4rem;padding-top:3rem}}
h1{font-size:1.4rem;margin:0 0 .5rem}
.total,h1.total{font-size:2.2rem;font-weight:700;margin:.2rem 0 1rem;letter-spacing:-.02em}
.order ul{list-style:none;margin:0 0 1.5rem;padding:0;border-top:1px solid #d5dbe3}
.order li{display:flex;justify-content:space-between;gap:1rem;padding:.8rem 0;border-bottom:1px solid #d5dbe3;overflow-wrap:anywhere}
.order li>span:last-child{white-space:nowrap}
small{display:block;color:#4f5b76;font-size:.875rem}
.pay{background:#fff;border:1px solid #d5dbe3;border-radius:12px;padding:1.25rem;box-shadow:0 1px 3px #1a1f3614}
.field{display:block;margin:0 0 1rem}
.field>span{display:block;font-weight:600;font-size:.9rem;margin-bottom:.25rem}
.field output{display:block;overflow-wrap:anywhere}
input[type=email],input:not([type]){width:100%;font:inherit;padding:.6rem .7rem;border:1px solid #6b7690;border-radius:8px;background:#fff;color:inherit}
fieldset{border:0;margin:0 0 1.25rem;padding:0}
legend{font-weight:600;font-size:.9rem;margin-bottom:.4rem;padding:0}
.choice{display:flex;gap:.75rem;align-items:flex-start;padding:.65rem .75rem;border:1px solid #d5dbe3;margin-top:-1px}
.choice:has(:checked){background:#eef3ff}
.choice input{margin:.3rem 0 0;width:1.1rem;height:1.1rem;flex:none}
button{width:100%;min-height:3rem;font:inherit;font-weight:700;color:#fff;background:#1f4fd8;border:0;border-radius:8px;cursor:pointer;margin-bottom:.5rem}
button:hover{background:#173fb0}
button.quiet{background:#fff;color:#1a1f36;border:1px solid #6b7690}
a{color:#1f4fd8}
:focus-visible{outline:3px solid #f4a300;outline-offset:2px}
main.wide{grid-template-columns:minmax(0,1fr)}
h2{font-size:1.1rem;margin:2rem 0 .5rem}
.scroll{overflow-x:auto;position:relative}
table{border-collapse:collapse;width:100%;background:#fff}
th,td{text-align:left;padding:.5rem .7rem;border:1px solid #d5dbe3;vertical-align:top}
td:first-child{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td form{display:inline-block}
@media(max-width:40rem){thead{display:none}table,tbody,tr,td{display:block}table{background:none}tr{background:#fff;border:1px solid #d5dbe3;margin-bottom:.6rem;padding:.4rem 0}td,td:first-child{border:0;padding:.2rem .7rem;text-align:left;overflow-wrap:anywhere}td:first-child{font-weight:700}}
button.small{width:auto;min-height:0;padding:.3rem .7rem;font-size:.875rem;font-weight:600;margin:0 .3rem .3rem 0}
select{font:inherit;padding:.45rem .6rem;border:1px solid #6b7690;border-radius:8px;background:#fff;color:inherit;max-width:100%}
.trouble{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;align-items:end}
.trouble .field{margin:0}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.refusal{margin:0 0 1rem;padding:.7rem .9rem;border-left:4px solid #b3261e;background:#fdecea;color:#7a1712}
`;
