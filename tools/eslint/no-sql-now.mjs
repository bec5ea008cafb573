const NOW = /\b(now\(\)|current_timestamp|current_date|clock_timestamp\(\))/i;

/** Requires the time from `Clock` as a parameter, because tests can't control the database's clock. */
export default {
  meta: {
    type: 'problem',
    messages: { now: 'Pass the time to SQL as a parameter (clock.now()), so tests can control it.' },
    schema: [],
  },
  create(context) {
    return {
      TemplateElement(node) {
        if (NOW.test(node.value.raw)) context.report({ node, messageId: 'now' });
      },
      Literal(node) {
        if (typeof node.value === 'string' && NOW.test(node.value)) context.report({ node, messageId: 'now' });
      },
    };
  },
};
