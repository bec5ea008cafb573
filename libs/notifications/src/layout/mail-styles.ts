/** One column that fits 360 px and a desk, light or dark, without a table and without a request to any host. */
export const styles = `
body{margin:0;background:#f5f3ef;color:#24211d;font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif}
.preview{display:none;max-height:0;overflow:hidden}
.page{max-width:560px;margin:0 auto;padding:24px 16px}
.sender{margin:0 0 12px;font-weight:600;color:#5a5148}
.card{background:#fff;border:1px solid #e4dfd7;border-radius:12px;padding:24px}
h1{font-size:22px;line-height:1.3;margin:0 0 16px}
p{margin:0 0 16px}
dl{margin:0 0 16px;padding:16px;background:#f8f6f2;border-radius:8px}
dt{font-size:13px;color:#5a5148}
dd{margin:0 0 10px;font-weight:600;overflow-wrap:anywhere}
dd:last-child{margin-bottom:0}
blockquote{margin:0 0 16px;padding:4px 16px;border-left:4px solid #cfc6ba}
.button{display:inline-block;padding:13px 22px;border-radius:8px;border:1px solid #0b5a55;background:#0b5a55;color:#fff;font-weight:600;text-decoration:none}
.button.quiet{background:#fff;color:#0b5a55}
.small{font-size:14px;color:#5a5148}
.card>:last-child{margin-bottom:0}
.foot{margin:16px 0 0;font-size:13px;color:#5a5148}
@media (prefers-color-scheme:dark){
body{background:#171513;color:#ece7e0}
.sender,dt,.small,.foot{color:#b9afa3}
.card{background:#211e1b;border-color:#3a3530}
dl{background:#2a2622}
blockquote{border-color:#5a5148}
.button{background:#7fd1c7;border-color:#7fd1c7;color:#10302d}
.button.quiet{background:#211e1b;color:#7fd1c7}
}`
  .trim()
  .replaceAll('\n', '');
