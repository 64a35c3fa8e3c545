/*
 * The TOE data-path language. Every decision but one needs one token: whether a brace behind a name opens a struct value
 * or a block, which the token behind the brace's first name tells. Operators are a flat list here; the syntax tree's
 * builder applies their precedence. Words are told from names by QuickLexer, and a `return` that has no value on its
 * line from one that has by TokenCheck: automata would take long to learn both.
 */
grammar Toe;

options {
    superClass = org.antlr.v4.runtime.Parser;
}

tokens {
    PACKAGE, CONST, ENUM, HEADER, STRUCT, WORK, DROPS, FN, MODULE, PIPELINE, BIG, LITTLE, OWN, IN, OUT, COUNTER,
    TABLE, HOOK, MAX, ON, PORT, STAGE, REPLICATED, SEQUENCE, REORDER, AT, LET, VAR, VIEW, AS, IF, ELSE, MATCH, FOR,
    BREAK, CONTINUE, RETURN, EMIT, DROP, REMOVE, TRUE, FALSE, RETURN_NOTHING
}

file: packageDeclaration? ( declaration | ';' )* EOF;

packageDeclaration: PACKAGE name;

declaration
    : constDeclaration
    | enumDeclaration
    | headerDeclaration
    | structDeclaration
    | workDeclaration
    | dropsDeclaration
    | fnDeclaration
    | moduleDeclaration
    | pipelineDeclaration
    ;

constDeclaration: CONST name ( ':' type )? '=' expression;

enumDeclaration: ENUM name ':' type '{' ( enumMember separator? )* '}';

enumMember: word '=' expression;

headerDeclaration: HEADER name order = ( BIG | LITTLE ) fields;

structDeclaration: STRUCT name fields;

workDeclaration: WORK name fields;

fields: '{' ( field separator? )* '}';

field: word ( ',' word )* ':' OWN? type;

dropsDeclaration: DROPS '{' ( dropReason separator? )* '}';

dropReason: word STRING;

fnDeclaration: FN name '(' ( parameter ( ',' parameter )* )? ')' ( '->' type )? block;

parameter: name ':' type;

moduleDeclaration: MODULE name '{' ( moduleMember | ';' )* '}';

moduleMember
    : portMember
    | counterMember
    | tableMember
    | variableMember
    | hookMember
    | handlerMember
    ;

portMember: direction = ( IN | OUT ) name ':' type;

counterMember: COUNTER name ( ',' name )*;

tableMember: TABLE name ':' type '->' type MAX expression;

variableMember: VAR name ':' type '=' expression;

hookMember: HOOK name name MAX expression;

handlerMember: ON name '(' name ')' block;

pipelineDeclaration: PIPELINE name '{' ( pipelineItem | ';' )* '}';

pipelineItem
    : externalPorts
    | stageItem
    | sequenceItem
    | link
    ;

externalPorts: PORT name ( ',' name )*;

stageItem: STAGE name '=' name REPLICATED?;

sequenceItem: SEQUENCE name AT endpoint ( ',' endpoint )*;

link: endpoint '->' ( REORDER name '->' )? endpoint;

endpoint: ID ( '[' REPLICATED ']' )? ( '.' word )?;

block: '{' ( statement | ';' )* '}';

/** What may stand behind `else` or `=>`: it never ends in an `else` of its own. */
body: block | simple;

statement
    : letStatement
    | viewStatement
    | ifStatement
    | matchStatement
    | forStatement
    | returnStatement
    | jumpStatement
    | emitStatement
    | dropStatement
    | removeStatement
    | targetStatement
    | block
    ;

simple
    : returnStatement
    | jumpStatement
    | emitStatement
    | dropStatement
    | removeStatement
    | simpleTarget
    ;

letStatement: keyword = ( LET | VAR ) name ( ':' type )? '=' expression ( ELSE body )?;

viewStatement: VIEW name '=' postfix AS type ELSE body;

ifStatement: IF condition block elseBranch*;

elseBranch: ELSE ( IF condition )? block;

condition: ( LET name '=' )? expression;

matchStatement: MATCH expression '{' ( arm separator? )* '}';

arm: ( ELSE | pattern ( ',' pattern )* ) '=>' body;

/** No operators: one could continue the arm above. */
pattern: NUMBER | IP4 | MAC | TRUE | FALSE | name ( '.' word )? | reserved;

forStatement: FOR name IN expression '..' expression block;

returnStatement: RETURN expression | RETURN_NOTHING;

jumpStatement: BREAK | CONTINUE;

emitStatement: EMIT word '(' expression ')';

dropStatement: DROP '(' expression ',' word ')';

removeStatement: REMOVE postfix;

targetStatement: target ( ELSE body )?;

simpleTarget: target;

target: name ( suffix+ assignment? | assignment );

assignment: operator = ( '=' | '+=' ) expression;

expression: unary ( binaryOperator unary )*;

binaryOperator
    : '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '|' | '^' | '&' | '<<' | '>>' | '+' | '-' | '*' | '/' | '%'
    ;

unary: ( '!' | '-' | '~' )* postfix ( AS type )*;

postfix: primary suffix*;

suffix
    : '.' word
    | '(' ( expression ( ',' expression )* )? ')'
    | '[' expression ']'
    ;

primary
    : NUMBER
    | IP4
    | MAC
    | TRUE
    | FALSE
    | '(' expression ')'
    | name structBody?
    ;

structBody: '{' fieldValue ( ',' fieldValue )* ','? '}';

fieldValue: name ( ':' expression )?;

type: name;

separator: ',' | ';';

/** A name that is declared or used by itself. */
name: ID | BIG | LITTLE | MAX | PORT | STAGE | SEQUENCE | REORDER | REPLICATED | AT | IN | OUT;

/** Words that can neither begin nor continue an expression. */
reserved
    : PACKAGE | CONST | ENUM | HEADER | STRUCT | WORK | DROPS | FN | MODULE | PIPELINE | COUNTER | TABLE | HOOK | ON | OWN
    | LET | VAR | VIEW | IF | MATCH | FOR | BREAK | CONTINUE | RETURN | RETURN_NOTHING | EMIT | DROP | REMOVE
    ;

/** A name where only a name can stand, so any word will do. */
word: name | reserved | AS;


ARROW: '->';
THEN: '=>';
RANGE: '..';
EQUAL: '==';
NOT_EQUAL: '!=';
AT_MOST: '<=';
AT_LEAST: '>=';
SHIFT_LEFT: '<<';
SHIFT_RIGHT: '>>';
AND_THEN: '&&';
OR_ELSE: '||';
ADD_TO: '+=';
LESS: '<';
GREATER: '>';
ASSIGN: '=';
PLUS: '+';
MINUS: '-';
TIMES: '*';
DIVIDE: '/';
REMAINDER: '%';
BIT_AND: '&';
BIT_OR: '|';
BIT_XOR: '^';
COMPLEMENT: '~';
NOT: '!';
OPEN: '(';
CLOSE: ')';
OPEN_BRACKET: '[';
CLOSE_BRACKET: ']';
OPEN_BRACE: '{';
CLOSE_BRACE: '}';
COMMA: ',';
SEMICOLON: ';';
COLON: ':';
DOT: '.';

MAC: HEX_PAIR ':' HEX_PAIR ':' HEX_PAIR ':' HEX_PAIR ':' HEX_PAIR ':' HEX_PAIR;
IP4: DIGITS '.' DIGITS '.' DIGITS '.' DIGITS;
NUMBER: [0-9] [0-9a-zA-Z_]*;
ID: [A-Za-z_] [A-Za-z0-9_]*;
/** Told by TokenCheck, then taken for an ID. */
FOREIGN_ID: [A-Za-z_\u00c0-\ud7ff] [A-Za-z0-9_\u00c0-\ud7ff]*;
STRING: '"' ~["\r\n]* '"';
OPEN_STRING: '"' ~["\r\n]*;

DOC: '///' ~[\r\n]* -> channel(HIDDEN);
LINE_COMMENT: '//' ~[\r\n]* -> skip;
COMMENT: '/*' .*? ( '*/' | EOF ) -> channel(HIDDEN);
SPACE: [ \t\r\n]+ -> skip;
UNKNOWN: .;

fragment DIGITS: [0-9]+;
fragment HEX_PAIR: [0-9a-fA-F] [0-9a-fA-F];
