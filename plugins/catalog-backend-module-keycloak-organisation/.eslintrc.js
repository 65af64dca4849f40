module.exports = require('../../eslint.houseStyle.js')(__dirname);
