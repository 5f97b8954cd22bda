import ArgumentParser

/// Measurements of the pipeline, as JSON.
@main
struct Bench: ParsableCommand {}
