/// placeholder
public func imported(_ source: Source) -> String { "" }
