// `import Kindly` is enough for most programs: what a performance, an order and a timeline are made of
// comes along.
@_exported public import KindlyCompiler
@_exported public import KindlyTimeline
