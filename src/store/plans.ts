// How the statements of every message are planned.

/** The same plan for every batch, made once per connection: single rows by index. */
export const hotPlans = [
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
  'jit=off',
  'plan_cache_mode=force_generic_plan',
];
