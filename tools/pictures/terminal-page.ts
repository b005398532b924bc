import Convert from 'ansi-to-html';

const COLOURS: Record<string, Record<number, string> & { readonly fg: string }> = {
  light: { fg: '#1f2328', 1: '#cf222e', 2: '#1a7f37', 3: '#7d4e00', 4: '#0969da', 8: '#59636e' },
  dark: { fg: '#e6edf3', 1: '#ff7b72', 2: '#56d364', 3: '#e3b341', 4: '#79c0ff', 8: '#9198a1' },
};

/** A command and what it printed, as a terminal shows them in both colour schemes. */
export function terminalPage(command: string, output: string): string {
  const bodies = Object.entries(COLOURS).map(([scheme, colors]) => `<pre class="${scheme}"><b>$ ${command}</b>\n\n${toHtml(output, colors)}</pre>`);
  return `<!doctype html><meta charset="utf-8"><title>${command}</title><style>${STYLE}</style>${bodies.join('')}`;
}

function toHtml(output: string, { fg, ...colors }: typeof COLOURS[string]): string {
  return new Convert({ escapeXML: true, fg, colors }).toHtml(output);
}

const STYLE = `
  body { margin: 0; }
  pre { display: none; margin: 0; padding: 20px 24px; width: max-content; font: 14px/1.35 "DejaVu Sans Mono", monospace; }
  .light { background: #ffffff; color: #1f2328; }
  .dark { background: #0d1117; color: #e6edf3; }
  @media (prefers-color-scheme: light) { .light { display: block; } }
  @media (prefers-color-scheme: dark) { .dark { display: block; } body { background: #0d1117; } }
`;
