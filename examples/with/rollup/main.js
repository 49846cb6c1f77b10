import "inkstone/define";
