/**
 * What makes one moment of each release the chosen one. It only moves and marks what the page holds already: texts go from attributes
 * into text nodes, and nothing is read as markup.
 */
export const SCRIPT = `'use strict';
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  const all = (within, what) => [...within.querySelectorAll(what)];

  const draw = (release, scene) => {
    const own = all(release, '.flow .wide [data-at], .flow .wide[data-at]');
    const same = all(release, '.flow .tall [data-same]');
    own.forEach((element, index) => {
      const at = element.dataset.at.split(' ')[scene];
      const [classes, text, width] = element.dataset.looks.split('|')[at].split('~');
      for (const one of [element, same[index]]) {
        if (!one) continue;
        one.setAttribute('class', classes);
        const label = one.tagName === 'text' ? one : one.tagName === 'g' && one.querySelector('text');
        if (label) label.textContent = text;
        if (width) one.querySelector('path').setAttribute('stroke-width', width);
      }
    });
    all(release, '.peek').forEach((button) => button.setAttribute('aria-pressed', String(Number(button.dataset.scene) === scene)));
    release.classList.toggle('peeking', scene >= all(release, '.moment').length);
  };

  const show = (release, wanted, told) => {
    const moments = all(release, '.moment');
    const index = Math.max(0, Math.min(moments.length - 1, wanted));
    moments.forEach((moment, at) => moment.classList.toggle('now', at === index));
    const { tell } = moments[index].dataset;
    const slider = release.querySelector('.slider');
    slider.value = index + 1;
    slider.setAttribute('aria-valuetext', tell);
    release.querySelector('.tell').textContent = tell;
    all(release, '.go').forEach((button) => {
      const end = Number(button.dataset.by) < 0 ? 0 : moments.length - 1;
      button.setAttribute('aria-disabled', String(index === end));
    });
    const here = release.querySelector('.here');
    here.setAttribute('x', 100 * index / moments.length + '%');
    const chart = release.querySelector('.chart');
    const column = chart.scrollWidth / moments.length;
    if (chart.scrollWidth > chart.clientWidth) chart.scrollLeft = column * (index + 0.5) - chart.clientWidth / 2;
    draw(release, index);
    if (told) {
      try { history.replaceState(null, '', '#' + moments[index].id); } catch { /* too many in a short time, or not allowed here */ }
    }
  };

  let parsed = false;
  const shown = (release) => all(release, '.moment').findIndex((moment) => moment.classList.contains('now'));

  const ready = (release) => {
    if (release.querySelector('.slider') && !release.dataset.ready) {
      release.dataset.ready = 'yes';
      show(release, shown(release), false);
    }
  };

  const go = () => {
    let target;
    try { target = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return; }
    const release = target && target.closest('.release');
    if (!release) return;
    release.open = true;
    ready(release);
    if (target.classList.contains('moment')) show(release, all(release, '.moment').indexOf(target), false);
    // The browser goes to the target once more when all is loaded, and is to come to the same place.
    target.style.scrollMarginTop = target.getBoundingClientRect().top - release.getBoundingClientRect().top + 'px';
    release.scrollIntoView();
  };

  const copy = async (button) => {
    const code = button.previousElementSibling;
    let word = 'Copied';
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      const range = document.createRange();
      range.selectNodeContents(code);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      if (!document.execCommand('copy')) word = 'Selected';
    }
    button.textContent = word;
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  };

  document.addEventListener('input', ({ target }) => {
    if (target.matches('.slider')) show(target.closest('.release'), target.value - 1, true);
    if (target.matches('#search')) {
      const sought = target.value.trim().toLowerCase();
      const hide = (element, name) => { element.hidden = !name.toLowerCase().includes(sought); };
      all(document, '.list tbody tr').forEach((row) => hide(row, row.textContent));
      all(document, '.release').forEach((release) => hide(release, release.querySelector('summary').textContent));
    }
  });
  document.addEventListener('click', (event) => {
    const hit = event.target.closest('.column, .go, .copy, .peek');
    const release = hit && hit.closest('.release');
    if (!hit) return;
    if (hit.matches('.column')) {
      event.preventDefault();
      show(release, all(release, '.column').indexOf(hit), true);
    } else if (hit.matches('.go')) {
      show(release, shown(release) + Number(hit.dataset.by), true);
    } else if (hit.matches('.copy')) {
      copy(hit);
    } else {
      draw(release, hit.getAttribute('aria-pressed') === 'true' ? shown(release) : Number(hit.dataset.scene));
      release.querySelector('.flow').scrollIntoView({ block: 'nearest' });
    }
  });
  document.addEventListener('toggle', ({ target }) => { if (parsed && target.open && target.matches('.release')) ready(target); }, true);
  addEventListener('hashchange', go);
  document.addEventListener('DOMContentLoaded', () => {
    parsed = true;
    all(document, '.release[open]').forEach(ready);
    go();
  });
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = all(document, 'details:not([open])');
    opened.forEach((details) => { details.open = true; });
  });
  addEventListener('afterprint', () => opened.forEach((details) => { details.open = false; }));
})();
`;
