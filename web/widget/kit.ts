// What the third script (more/) uses of the second, so that Preact is loaded once.

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Fragment, jsx, jsxs } from 'preact/jsx-runtime';

export const kit = {
  jsx: { Fragment, jsx, jsxs },
  hooks: { useEffect, useLayoutEffect, useRef, useState },
};
