import "inkstone/define.js";
