export const style = `
:root { color-scheme: light dark; --ground: #f6f6f9; --card: #fff; --text: #212134; --soft: #4a4a6a; --line: #c0c0cf; --strong: #4945ff; --on: #fff; }
@media (prefers-color-scheme: dark) { :root { --ground: #181826; --card: #212134; --text: #fff; --soft: #c0c0cf; --line: #666687; --strong: #7b79ff; --on: #101018; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: var(--ground); color: var(--text); }
main { max-width: 1200px; margin: 0 auto; padding: 16px; display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr) 340px; }
header { max-width: 1200px; margin: 0 auto; padding: 16px 16px 0; }
h1 { font-size: 22px; margin: 0; } h2 { font-size: 17px; margin: 0 0 8px; }
p { margin: 8px 0; } .soft { color: var(--soft); font-size: 14px; }
.card { background: var(--card); border-radius: 8px; padding: 16px; }
.narrow { grid-column: 1 / -1; max-width: 420px; width: 100%; margin: 10vh auto; }
video { display: block; width: 100%; max-height: 66vh; background: #000; border-radius: 4px; }
label { display: block; font-weight: 600; font-size: 14px; margin-top: 12px; }
input:not([type]), input[type=password], textarea { width: 100%; font: inherit; padding: 8px; border: 1px solid var(--line); border-radius: 4px; background: var(--card); color: var(--text); }
input[type=range] { width: 100%; accent-color: var(--strong); }
button { font: inherit; font-weight: 600; padding: 8px 14px; border-radius: 4px; border: 1px solid var(--line); background: var(--card); color: var(--text); cursor: pointer; }
button.main { background: var(--strong); border-color: var(--strong); color: var(--on); }
button.link { border: 0; padding: 0; background: none; color: var(--strong); text-decoration: underline; }
:focus-visible { outline: 2px solid var(--strong); outline-offset: 2px; }
.row { display: flex; gap: 8px; align-items: center; flex-wrap: wrap; margin-top: 12px; }
.code { font-variant-numeric: tabular-nums; font-weight: 600; }
ul { list-style: none; margin: 0; padding: 0; } li { padding: 10px 0; border-top: 1px solid var(--line); }
li.reply { margin-left: 16px; } .text { white-space: pre-wrap; overflow-wrap: anywhere; margin: 2px 0 0; }
dialog { border: 0; border-radius: 8px; padding: 20px; max-width: 420px; width: 90vw; background: var(--card); color: var(--text); }
[role=alert] { font-weight: 600; } [hidden] { display: none !important; }
@media (max-width: 900px) { main { grid-template-columns: minmax(0, 1fr); } }
`;
