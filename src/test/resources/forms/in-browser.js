// What the tests of forms do within a page of the desk.
async () => {
  const scripts = '/camunda/app/tasklist/scripts/jobline/';
  const { ActionForm } = await import(scripts + 'forms/action-form.js');
  const { readNumber } = await import(scripts + 'forms/reading/numbers.js');
  const { isoDate, isoDateTime, readDate, readDateTime } = await import(scripts + 'forms/reading/dates.js');
  const { evaluate } = await import(scripts + 'forms/expressions.js');
  const { api } = await import(scripts + 'api.js');
  // a Tuesday
  const now = new Date('2026-11-24T14:05:30Z');
  const node = document.createElement('main');
  // above whatever the page shows
  node.style.cssText = 'position: fixed; inset: 0; z-index: 1100; overflow: auto; padding: 16px; background: #fff';
  document.body.prepend(node);

  function differs(one, read, value) {
    const isRight = 'error' in one ? (read.error || '').includes(one.error)
      : !read.error && value === one.value && Boolean(read.isFar) === Boolean(one.isFar)
        && Boolean(read.isTwice) === Boolean(one.isTwice);
    return isRight ? [] : [JSON.stringify(one) + ' is ' + (read.error || value)];
  }

  function readTime({ kind, text, zone, isPast }) {
    const settings = { zone, now, isPast };
    const read = kind === 'date' ? readDate(text, settings) : readDateTime(text, settings);
    return [read, kind === 'date' ? read.date && isoDate(read.date) : read.wall && isoDateTime(read, zone)];
  }

  window.forms = {
    numbers: cases => cases.flatMap(one => {
      const read = readNumber(one.text, one.locale, one);
      return differs(one, read, read.value);
    }),

    times: cases => cases.flatMap(one => {
      const [read, value] = readTime(one);
      return differs(one, read, value ?? null);
    }),

    expressions: cases => cases.flatMap(one => {
      let result = 'refused';
      try {
        result = evaluate(one.expression, one.values || {});
      } catch (e) {
        // told by the result
      }
      return ('refused' in one ? result === 'refused' : JSON.stringify(result) === JSON.stringify(one.result)) ? []
        : [JSON.stringify(one) + ' is ' + JSON.stringify(result)];
    }),

    /** Tables, filled in by hand and as the server hands them out. */
    async rows(cases) {
      const found = [];
      const form = (one, data) => ({ id: 'table', data, components: [{ type: 'textarea', id: 'lines', key: 'lines',
        label: 'Lines', properties: { rows: one.rows } }] });
      const boxes = row => Array.from(row.querySelectorAll('input, select'));
      const lines = () => Array.from(node.querySelectorAll('.jobline-rows tbody tr'));
      for (const one of cases.filter(({ typed }) => typed)) {
        forms.draw(form(one, {}));
        one.typed.forEach((row, at) => {
          if (at > 0) {
            node.querySelector('fieldset > button').click();
          }
          row.forEach((text, index) => {
            const box = boxes(lines()[at])[index];
            box.value = text;
            box.dispatchEvent(new Event(box.matches('select') ? 'change' : 'input', { bubbles: true }));
          });
        });
        await forms.shown.submit();
        const error = node.querySelector('.jobline-field-error')?.textContent;
        const total = Array.from(node.querySelectorAll('tfoot output')).at(-1)?.textContent;
        const isSent = one.error ? error === one.says : forms.sent[0]?.lines === one.text && (!one.total || total === one.total);
        if (!isSent) {
          found.push(JSON.stringify(one) + ' is ' + (error || JSON.stringify(forms.sent)) + ', in total ' + total);
        }
        if (!one.error) {
          forms.draw(form(one, { lines: one.text }));
          const shown = JSON.stringify(lines().slice(0, -1).map(row => boxes(row).map(({ value }) => value)));
          if (shown !== JSON.stringify(one.shown ?? one.typed)) {
            found.push(JSON.stringify(one) + ' is shown as ' + shown);
          }
        }
      }
      return found;
    },

    /** Draws a form instead of the one before; what is submitted is kept. */
    draw(form, options = {}) {
      if (forms.shown) {
        forms.shown.close();
      }
      forms.sent = [];
      forms.failure = null;
      forms.shown = new ActionForm(node, {
        form, now: () => now, order: { number: 'R-100001', timeZone: 'Europe/London', currency: 'GBP' },
        onSubmit: async fields => {
          forms.sent.push(fields);
          if (forms.failure) {
            throw Object.assign(new Error('Not saved.'), { problem: forms.failure });
          }
        },
        ...options
      });
      return node;
    },

    /** The action of a real order, done as it would be from its page. */
    async drawAction(number, key, order) {
      forms.draw(await api.form(number, key), {
        now: () => new Date(), order: { number, ...order },
        onSubmit: async fields => {
          forms.done = await api.perform(number, key, fields, 'test-' + Math.random());
        }
      });
      forms.done = null;
      forms.shown.focus();
    },

    /**
     * Types and pastes each text into each field of a kind, and submits.
     *
     * @param cases text, and what is right: value, or the beginning of an error
     * @return each time that something else is submitted, or what was refused doesn't stay
     */
    async walk(form, key, cases) {
      const found = [];
      const components = form.components.filter(component => component.key === key)
        .map(({ conditional, ...component }) => component);
      for (const one of cases) {
        for (const way of ['typed', 'pasted']) {
          forms.draw({ ...form, data: {}, components });
          const box = node.querySelector('[data-field="' + key + '"] input');
          box.focus();
          for (const part of way === 'typed' ? Array.from(one.text) : [one.text]) {
            document.execCommand('insertText', false, part);
          }
          await forms.shown.submit();
          const error = node.querySelector('.jobline-field-error');
          const sent = forms.sent.map(fields => fields[key]);
          const isRight = sent.length > 0 ? sent.length === 1 && sent[0] === one.value
            : error && (one.error === undefined ? one.mayBeRefused : error.textContent.startsWith(one.error))
              && box.value === one.text && box.getAttribute('aria-invalid') === 'true'
              && document.activeElement === box;
          if (!isRight) {
            found.push([form.id, key, way, one.text, JSON.stringify(sent), error && error.textContent, box.value]
              .join(' | '));
          }
        }
      }
      return found;
    }
  };
}
