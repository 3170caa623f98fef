// What can be chosen of how the chat looks, in the widget and on the page without scripts. The one list.

/** Per cent of the browser's own text size. */
export const sizes = [100, 125, 150, 175, 200] as const;
export const spacings = ['usual', 'wide'] as const;
export const colourings = ['usual', 'cream', 'blue', 'dark', 'contrast'] as const;
