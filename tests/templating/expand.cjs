// Expands every case of cases.json with the official library and prints, in order, {"value": …} or {"error": "…"}.
const fs = require('node:fs');
const path = require('node:path');
const { Template } = require('adaptivecards-templating');

const { data, host, cases } = JSON.parse(fs.readFileSync(path.join(__dirname, 'cases.json'), 'utf8'));

function expand(template) {
  try {
    // Data of its own for each case: some of the library's functions change it.
    const value = new Template(template).expand({ $root: structuredClone(data), $host: host });
    return { value: value === undefined ? null : value };
  } catch (error) {
    return { error: String(error.message ?? error) };
  }
}

process.stdout.write(JSON.stringify(cases.map(expand)));
