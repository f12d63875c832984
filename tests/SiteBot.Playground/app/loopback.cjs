// The Playground listens on every address of the machine. Loaded before it, this keeps it on loopback.
const { Server } = require('node:net');

const listen = Server.prototype.listen;
Server.prototype.listen = function (...words) {
  if (words[0] !== null && typeof words[0] === 'object' && 'port' in words[0]) {
    words[0] = { ...words[0], host: '127.0.0.1' };
  } else if (typeof words[1] === 'string') {
    words[1] = '127.0.0.1';
  } else {
    words.splice(1, 0, '127.0.0.1');
  }
  return listen.apply(this, words);
};
