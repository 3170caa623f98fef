// offline-directline as its README starts it, but silent: it prints a line for every message.
const directline = require('offline-directline');
const express = require('express');

console.log = () => {};
console.warn = () => {};
const app = express();
const port = Number(process.env.PORT);
app.use(directline.getRouter(`http://127.0.0.1:${port}`, process.env.BOT, false));
app.listen(port, '127.0.0.1', () => process.stdout.write('listening\n'));
