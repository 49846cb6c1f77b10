import "inkstone/define";
import "inkstone/themes/default.css";
